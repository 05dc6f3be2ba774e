package dev.vetrina.order.payment;

import dev.vetrina.events.Money;
import dev.vetrina.kit.id.Ids;
import dev.vetrina.order.commit.GroupCommit;
import dev.vetrina.order.lifecycle.Capture;
import dev.vetrina.order.lifecycle.DueWork;
import dev.vetrina.order.lifecycle.DueWork.Due;
import dev.vetrina.order.lifecycle.DueWork.Kind;
import dev.vetrina.order.lifecycle.Order;
import dev.vetrina.order.lifecycle.Orders;
import dev.vetrina.order.lifecycle.Payment;
import dev.vetrina.order.lifecycle.PaymentStatus;
import dev.vetrina.order.payment.provider.ProviderAnswer;
import dev.vetrina.order.payment.provider.ProviderReply;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Takes authorised money as goods leave. A capture is recorded first and executed after the commit: at once, and by the
 * janitor if that is not done. An order whose money was taken at its confirmation has nothing to capture.
 */
@ApplicationScoped
public class Captures {

    private static final Logger LOG = Logger.getLogger(Captures.class);

    private final GroupCommit groupCommit;
    private final Orders orders;
    private final DueWork dueWork;
    private final PaymentProviders providers;
    private final ProviderCalls calls;

    Captures(GroupCommit groupCommit, Orders orders, DueWork dueWork, PaymentProviders providers, ProviderCalls calls) {
        this.groupCommit = groupCommit;
        this.orders = orders;
        this.dueWork = dueWork;
        this.providers = providers;
        this.calls = calls;
    }

    /**
     * Asks, inside somebody else's draft who calls {@link #execute} after the commit, for a shipment's part of the price, or for
     * everything with the first shipment where the provider cannot capture in parts. The same capture id again changes nothing.
     *
     * @param last whether nothing more will be shipped: everything that is not given up is taken
     */
    public Optional<Capture> request(Order order, Money amount, UUID captureId, boolean last, Instant now) {
        return order.captures().request(captureId, amount, last, multicapture(order), now);
    }

    /**
     * Asks, before goods leave, whether the money that is reserved for them is still there. A provider that does not tell holds
     * nobody up, and what it lets go between this and the capture is found then.
     */
    public void confirmReserved(UUID orderId) {
        orders.get(orderId)
                .attempts()
                .paying()
                .filter(payment -> payment.status() == PaymentStatus.AUTHORISED)
                .ifPresent(this::confirmReserved);
    }

    private void confirmReserved(Payment payment) {
        ProviderReply reply = calls.status(payment);
        boolean ended =
                reply.answer() instanceof ProviderAnswer.Cancelled || reply.answer() instanceof ProviderAnswer.Captured;
        if (ended) {
            Order _ = groupCommit.submit(new SettlePayment(payment.orderId(), payment.id(), reply));
        }
    }

    private boolean multicapture(Order order) {
        return order.attempts()
                .paying()
                .flatMap(payment -> providers.find(payment.terms().provider()))
                .filter(provider -> provider.capabilities().multicapture())
                .isPresent();
    }

    /** Takes what is left of an authorisation that ends soon. */
    void captureRest(Payment payment) {
        LOG.warnf(
                "The authorisation of payment %s ends at %s: the rest is captured",
                payment.id(), payment.authorisedUntil());
        Optional<Capture> _ = groupCommit.submit(new ChangeOrder<>(payment.orderId(), (order, batch) -> {
            // Should nothing be left to capture, it is asked about again later and not at every turn.
            order.attempts().askLater(payment.id(), "authorisation-ends", batch.now());
            return order.captures().requestRest(Ids.next(), batch.now());
        }));
        execute(payment.orderId());
    }

    /** Executes the captures of an order that are due, unless somebody else does. Never throws: the janitor repeats it. */
    public void execute(UUID orderId) {
        for (Due due : dueWork.claimOf(orderId, Kind.CAPTURE)) {
            try {
                execute(due);
            } catch (RuntimeException e) {
                LOG.warnf(e, "Capture %s is executed later", due.id());
            }
        }
    }

    void execute(Due due) {
        Order order = orders.get(due.orderId());
        Capture capture = order.captures().get(due.id());
        if (capture.status().underWay()) {
            var reply = calls.capture(order.payment(capture.paymentId()), capture);
            Capture _ = groupCommit.submit(new SettleCapture(order.id(), capture.id(), reply));
        }
    }
}
