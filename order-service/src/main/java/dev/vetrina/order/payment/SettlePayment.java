package dev.vetrina.order.payment;

import dev.vetrina.events.OrderEvent;
import dev.vetrina.order.claim.OrderClaims;
import dev.vetrina.order.commit.Batch;
import dev.vetrina.order.commit.Draft;
import dev.vetrina.order.commit.Needs;
import dev.vetrina.order.lifecycle.Actor;
import dev.vetrina.order.lifecycle.Order;
import dev.vetrina.order.lifecycle.OrderRows;
import dev.vetrina.order.lifecycle.OrderStatus;
import dev.vetrina.order.lifecycle.Payment;
import dev.vetrina.order.lifecycle.PaymentStatus;
import dev.vetrina.order.lifecycle.Timeline;
import java.util.UUID;

/**
 * Lets a provider's answer take effect, whoever brought it: the request, the buyer's confirmation, the janitor or the end of
 * the hold. The same answer twice, or an older one later, changes nothing.
 */
record SettlePayment(UUID orderId, UUID paymentId, ProviderAnswer answer) implements Draft<Payment> {

    @Override
    public void needs(Needs needs, Batch batch) {
        if (answer instanceof ProviderAnswer.Captured) {
            OrderClaims.need(needs, batch, orderId);
        } else {
            needs.add(OrderRows.ORDERS, orderId);
        }
    }

    @Override
    public Payment take(Batch batch) {
        Order order = OrderRows.get(batch, orderId);
        Payment payment = order.payment(paymentId);
        boolean open = payment.status().open();
        switch (answer) {
            case ProviderAnswer.Captured() -> {
                if (open || payment.status() == PaymentStatus.CANCELLED) {
                    captured(batch, order);
                }
            }
            case ProviderAnswer.Declined(String code)
            when open -> tell(batch, order.decline(paymentId, code, batch.now()));
            case ProviderAnswer.ActionRequired(String url)
            when open && order.status() == OrderStatus.PENDING_PAYMENT ->
                order.requireAction(paymentId, url, batch.now());
            case ProviderAnswer.Cancelled() when open -> become(batch, order, PaymentStatus.CANCELLED);
            case ProviderAnswer.NoAnswer() when open -> become(batch, order, PaymentStatus.UNKNOWN);
            case ProviderAnswer.Refunded()
            when payment.status() == PaymentStatus.REFUNDING -> become(batch, order, PaymentStatus.REFUNDED);
            default -> {
                return payment;
            }
        }
        return payment;
    }

    private void captured(Batch batch, Order order) {
        if (order.openPayment().filter(open -> !open.id().equals(paymentId)).isPresent()) {
            // It was given up, and the buyer pays with another attempt by now.
            become(batch, order, PaymentStatus.REFUNDING);
        } else if (order.status() == OrderStatus.PENDING_PAYMENT) {
            OrderClaims.sell(batch, order);
            tell(batch, order.pay(paymentId, batch.now()));
        } else if (order.status() == OrderStatus.EXPIRED && OrderClaims.sellAgain(batch, order)) {
            tell(batch, order.pay(paymentId, batch.now()));
        } else {
            become(batch, order, PaymentStatus.REFUNDING);
        }
    }

    private static void tell(Batch batch, OrderEvent event) {
        Timeline.tell(batch, event, Actor.provider("simulated"));
    }

    private void become(Batch batch, Order order, PaymentStatus next) {
        order.paymentBecomes(paymentId, next, batch.now());
    }
}
