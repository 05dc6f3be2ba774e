package dev.vetrina.order.payment;

import dev.vetrina.kit.problem.ProblemException;
import dev.vetrina.order.commit.GroupCommit;
import dev.vetrina.order.lifecycle.Orders;
import dev.vetrina.order.lifecycle.Orders.PaymentOf;
import dev.vetrina.order.payment.provider.ProviderEvent;
import dev.vetrina.order.payment.provider.ProviderReply;
import dev.vetrina.order.payment.provider.RefundAnswer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Lets what a provider tells by itself of its own payments take effect: the same commands as its answers to us, each event
 * once.
 */
@ApplicationScoped
class Webhooks {

    private static final Logger LOG = Logger.getLogger(Webhooks.class);

    private final GroupCommit groupCommit;
    private final Orders orders;
    private final PaymentService payments;

    Webhooks(GroupCommit groupCommit, Orders orders, PaymentService payments) {
        this.groupCommit = groupCommit;
        this.orders = orders;
        this.payments = payments;
    }

    /** @throws ProblemException 503 if the event is to be sent again */
    void take(String provider, ProviderEvent event) {
        switch (event.content()) {
            // Surely not ours: it names no payment of ours. Taken, so that it is not sent over and over.
            case ProviderEvent.NotOurs() -> {}
            case ProviderEvent.PaymentTold(UUID paymentId, ProviderReply reply) ->
                orderOf(paymentId, provider)
                        .ifPresent(orderId -> groupCommit
                                .submit(new TakeEvent<>(
                                        new TakenEvents.Key(provider, event.id(), orderId),
                                        new SettlePayment(orderId, paymentId, reply)))
                                .map(order -> order.payment(paymentId))
                                .ifPresent(payments::finish));
            case ProviderEvent.RefundTold(UUID paymentId, UUID refundId, RefundAnswer answer) ->
                orderOf(paymentId, provider).ifPresent(orderId -> {
                    requireRefund(orderId, paymentId, refundId);
                    groupCommit.submit(new TakeEvent<>(
                            new TakenEvents.Key(provider, event.id(), orderId),
                            new SettleRefund(orderId, refundId, answer)));
                });
        }
    }

    /**
     * A payment is recorded before its provider hears of it. One that carries our mark and is not there is therefore no
     * stranger's: this database lacks it, be it restored from a copy or not the one that asked. That must come to light, so
     * the event is refused until somebody looks; providers try for days.
     *
     * @return empty if the payment is another provider's. What the sender says of it means nothing, and will not tomorrow
     *     either: it is taken without effect, so that it is not sent over and over
     */
    private Optional<UUID> orderOf(UUID paymentId, String sender) {
        PaymentOf payment = orders.findPayment(paymentId).orElseThrow(() -> unknown("payment " + paymentId));
        if (!payment.provider().equals(sender)) {
            LOG.errorf(
                    "An event of %s about payment %s, which is with %s, has no effect",
                    sender, paymentId, payment.provider());
            return Optional.empty();
        }
        return Optional.of(payment.orderId());
    }

    private void requireRefund(UUID orderId, UUID paymentId, UUID refundId) {
        boolean known = orders.get(orderId)
                .refunds()
                .find(refundId)
                .filter(refund -> refund.terms().paymentId().equals(paymentId))
                .isPresent();
        if (!known) {
            throw unknown("refund " + refundId + " of payment " + paymentId);
        }
    }

    private static ProblemException unknown(String what) {
        return ProblemException.unavailable(
                "payment-not-known", "There is no " + what + " here (yet).", Duration.ofSeconds(60));
    }
}
