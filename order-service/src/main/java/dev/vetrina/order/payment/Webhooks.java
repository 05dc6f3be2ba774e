package dev.vetrina.order.payment;

import dev.vetrina.kit.problem.ProblemException;
import dev.vetrina.order.commit.GroupCommit;
import dev.vetrina.order.lifecycle.Orders;
import dev.vetrina.order.payment.provider.ProviderEvent;
import dev.vetrina.order.payment.provider.ProviderReply;
import dev.vetrina.order.payment.provider.RefundAnswer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;

/** Lets what a provider tells by itself take effect: the same commands as its answers to us, each event once. */
@ApplicationScoped
class Webhooks {

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
            case ProviderEvent.PaymentTold(UUID paymentId, ProviderReply reply) -> {
                UUID orderId = orderOf(paymentId);
                groupCommit
                        .submit(new TakeEvent<>(
                                new TakenEvents.Key(provider, event.id(), orderId),
                                new SettlePayment(orderId, paymentId, reply)))
                        .map(order -> order.payment(paymentId))
                        .ifPresent(payments::finish);
            }
            case ProviderEvent.RefundTold(UUID paymentId, UUID refundId, RefundAnswer answer) -> {
                UUID orderId = orderOf(paymentId);
                if (orders.get(orderId).refunds().find(refundId).isEmpty()) {
                    throw unknown("refund " + refundId);
                }
                groupCommit.submit(new TakeEvent<>(
                        new TakenEvents.Key(provider, event.id(), orderId),
                        new SettleRefund(orderId, refundId, answer)));
            }
        }
    }

    /**
     * A payment is recorded before its provider hears of it. One that carries our mark and is not there is therefore no
     * stranger's: this database lacks it, be it restored from a copy or not the one that asked. That must come to light, so
     * the event is refused until somebody looks; providers try for days.
     */
    private UUID orderOf(UUID paymentId) {
        return orders.orderOfPayment(paymentId).orElseThrow(() -> unknown("payment " + paymentId));
    }

    private static ProblemException unknown(String what) {
        return ProblemException.unavailable(
                "payment-not-known", "There is no " + what + " here (yet).", Duration.ofSeconds(60));
    }
}
