package dev.vetrina.order.payment;

import dev.vetrina.order.lifecycle.DueWork;
import dev.vetrina.order.lifecycle.DueWork.Due;
import dev.vetrina.order.lifecycle.DueWork.Kind;
import dev.vetrina.order.lifecycle.Order;
import dev.vetrina.order.lifecycle.OrderStatus;
import dev.vetrina.order.lifecycle.Orders;
import dev.vetrina.order.lifecycle.Payment;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * Finishes payments, captures and refunds whose answer was lost, by whatever fault: asks the provider until it tells, each
 * less and less often, and never about more than {@value #AT_ONCE} of a kind at once. Each kind has threads of its own: refunds
 * are not kept from the buyers by payments of which nobody tells.
 */
@ApplicationScoped
class PaymentJanitor {

    private static final Logger LOG = Logger.getLogger(PaymentJanitor.class);
    private static final int AT_ONCE = 100;

    private final DueWork dueWork;
    private final Orders orders;
    private final PaymentService payments;
    private final Captures captures;
    private final Refunds refunds;
    private final Map<Kind, Semaphore> free = new EnumMap<>(Kind.class);

    PaymentJanitor(DueWork dueWork, Orders orders, PaymentService payments, Captures captures, Refunds refunds) {
        this.dueWork = dueWork;
        this.orders = orders;
        this.payments = payments;
        this.captures = captures;
        this.refunds = refunds;
        for (Kind kind : Kind.values()) {
            free.put(kind, new Semaphore(AT_ONCE));
        }
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void check() {
        free.forEach((kind, threads) -> check(kind, threads, task(kind)));
    }

    private Consumer<Due> task(Kind kind) {
        return switch (kind) {
            case PAYMENT -> this::checkPayment;
            case CAPTURE -> captures::execute;
            case REFUND -> refunds::execute;
        };
    }

    /** A provider that hangs takes no more threads than its share: what is not claimed waits, or another instance has room. */
    private void check(Kind kind, Semaphore threads, Consumer<Due> task) {
        for (Due due : dueWork.claim(kind, threads.availablePermits())) {
            threads.acquireUninterruptibly();
            Thread _ = Thread.startVirtualThread(() -> {
                try {
                    task.accept(due);
                } catch (RuntimeException e) {
                    LOG.warnf(e, "%s %s is asked about again later", kind, due.id());
                } finally {
                    threads.release();
                }
            });
        }
    }

    /** Asks now about what of one order is due, unless somebody else does. */
    void finish(UUID orderId) {
        dueWork.claimOf(orderId, Kind.PAYMENT).forEach(this::checkPayment);
        captures.execute(orderId);
        refunds.execute(orderId);
    }

    private void checkPayment(Due due) {
        Order order = orders.get(due.orderId());
        Payment payment = order.payment(due.id());
        boolean wanted = order.status() == OrderStatus.PENDING_PAYMENT;
        switch (payment.status()) {
            case UNKNOWN -> {
                Payment _ = wanted ? payments.resolve(payment) : payments.cancel(payment);
            }
            // Whoever started it is gone, and may never have reached the provider: it must not be charged later.
            case PROCESSING -> payments.cancel(payment);
            case AUTHORISED -> {
                if (payment.givenUp()) {
                    Payment _ = payments.cancel(payment);
                } else {
                    captures.captureRest(payment);
                }
            }
            case REQUIRES_ACTION, CAPTURED, DECLINED, CANCELLED ->
                LOG.debugf("Payment %s was settled meanwhile: %s", payment.id(), payment.status());
        }
    }
}
