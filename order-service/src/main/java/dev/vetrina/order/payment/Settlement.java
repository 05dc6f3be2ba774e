package dev.vetrina.order.payment;

import dev.vetrina.events.OrderEvent;
import dev.vetrina.kit.id.Ids;
import dev.vetrina.order.claim.OrderClaims;
import dev.vetrina.order.commit.Batch;
import dev.vetrina.order.lifecycle.Actor;
import dev.vetrina.order.lifecycle.Funds;
import dev.vetrina.order.lifecycle.NextAction;
import dev.vetrina.order.lifecycle.Order;
import dev.vetrina.order.lifecycle.OrderStatus;
import dev.vetrina.order.lifecycle.Payment;
import dev.vetrina.order.lifecycle.PaymentStatus;
import dev.vetrina.order.lifecycle.Timeline;
import dev.vetrina.order.payment.provider.ProviderAnswer;
import dev.vetrina.order.payment.provider.ProviderReply;
import java.time.Instant;
import java.util.UUID;

/**
 * Lets a provider's answer take effect on an order, under its lock. The same answer twice, or an older one later, changes
 * nothing: who brought it, and in which order, does not matter.
 */
record Settlement(Batch batch, Order order, UUID paymentId) {

    void apply(ProviderReply reply) {
        Payment payment = order.attempts().refer(paymentId, reply.reference());
        Instant now = batch.now();
        boolean open = payment.status().open();
        switch (reply.answer()) {
            case ProviderAnswer.Captured(long total) -> secured(payment, Funds.captured(total));
            case ProviderAnswer.Authorised(long captured, Instant until) ->
                secured(payment, Funds.authorised(captured, until));
            case ProviderAnswer.Declined(String code)
            when open -> tell(order.attempts().decline(paymentId, code, now));
            case ProviderAnswer.ActionRequired(String url, String secret)
            when open && order.status() == OrderStatus.PENDING_PAYMENT ->
                order.attempts()
                        .requireAction(paymentId, new NextAction(url, secret), now)
                        .ifPresent(this::tell);
            case ProviderAnswer.Cancelled()
            when open || payment.status() == PaymentStatus.AUTHORISED ->
                tell(order.attempts().cancelled(paymentId, now));
            case ProviderAnswer.NoAnswer(String error)
            when open || payment.status() == PaymentStatus.AUTHORISED ->
                order.attempts().unanswered(paymentId, error, now).ifPresent(this::tell);
            case ProviderAnswer.Pending() when open -> order.attempts().askLater(paymentId, "pending", now);
            default -> {}
        }
    }

    private void secured(Payment payment, Funds funds) {
        if (payment.lapsed() && letGo(payment, funds)) {
            // It paid the order until then, and what follows from its end is for the order's parts.
            return;
        }
        if (pays(payment)) {
            order.attempts().secured(paymentId, funds, Ids.next(), batch.now()).forEach(this::tell);
        } else if (!payment.unwanted() && !letGo(payment, funds) && keep()) {
            tell(order.pay(paymentId, funds, batch.now()));
        } else {
            for (OrderEvent event : order.attempts().notWanted(paymentId, funds, Ids.next(), batch.now())) {
                tell(event);
            }
        }
    }

    /** What was taken before the provider let the rest go pays for what has left. */
    private boolean pays(Payment payment) {
        boolean lapsed = payment.lapsed() && order.status().kept();
        return !payment.unwanted() && (payment.status().secured() || lapsed);
    }

    /** The provider has given the authorisation up: news of it is from before, or of a request that came too late. */
    private static boolean letGo(Payment payment, Funds funds) {
        return payment.status() == PaymentStatus.CANCELLED && funds.status() == PaymentStatus.AUTHORISED;
    }

    private void tell(OrderEvent event) {
        Timeline.tell(
                batch, event, Actor.provider(order.payment(paymentId).terms().provider()));
    }

    /** Sells the stock to the order, if that can be. */
    private boolean keep() {
        if (order.attempts().anotherThan(paymentId)) {
            // It was given up, and the buyer pays with another attempt by now.
            return false;
        }
        return switch (order.status()) {
            case PENDING_PAYMENT -> {
                OrderClaims.sell(batch, order);
                yield true;
            }
            case EXPIRED -> OrderClaims.sellAgain(batch, order);
            default -> false;
        };
    }
}
