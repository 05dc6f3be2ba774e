package dev.vetrina.order.payment;

import dev.vetrina.order.lifecycle.Order;
import dev.vetrina.order.lifecycle.OrderStatus;
import dev.vetrina.order.lifecycle.Orders;
import dev.vetrina.order.lifecycle.Orders.PaymentRef;
import dev.vetrina.order.lifecycle.Payment;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Finishes payments whose answer was lost, by whatever fault: asks the provider until it tells, each on a thread of its own. */
@ApplicationScoped
class PaymentJanitor {

    private static final Logger LOG = Logger.getLogger(PaymentJanitor.class);
    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final int AT_ONCE = 100;

    private final Orders orders;
    private final PaymentService payments;
    private final Clock clock;

    PaymentJanitor(Orders orders, PaymentService payments, Clock clock) {
        this.orders = orders;
        this.payments = payments;
        this.clock = clock;
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void check() {
        for (PaymentRef due : orders.claimToCheck(clock.instant(), LEASE, AT_ONCE)) {
            Thread _ = Thread.startVirtualThread(() -> checkOrLater(due));
        }
    }

    private void checkOrLater(PaymentRef due) {
        try {
            Order order = orders.get(due.orderId());
            check(order, order.payment(due.paymentId()));
        } catch (RuntimeException e) {
            LOG.warnf(e, "Payment %s is asked about again later", due.paymentId());
        }
    }

    private void check(Order order, Payment payment) {
        boolean wanted = order.status() == OrderStatus.PENDING_PAYMENT;
        switch (payment.status()) {
            case REFUNDING -> payments.refund(payment);
            case UNKNOWN -> {
                Payment _ = wanted ? payments.resolve(payment) : payments.cancel(payment);
            }
            // Whoever started it is gone, and may never have reached the provider: it must not be charged later.
            case PROCESSING -> payments.cancel(payment);
            case REQUIRES_ACTION, CAPTURED, DECLINED, CANCELLED, REFUNDED ->
                LOG.debugf("Payment %s was settled meanwhile: %s", payment.id(), payment.status());
        }
    }
}
