package dev.vetrina.order.payment;

import dev.vetrina.order.commit.Batch;
import dev.vetrina.order.commit.Draft;
import dev.vetrina.order.commit.HeldStock;
import dev.vetrina.order.lifecycle.Order;
import dev.vetrina.order.lifecycle.OrderStatus;
import dev.vetrina.order.lifecycle.Payment;
import dev.vetrina.order.lifecycle.PaymentStatus;
import java.util.Set;
import java.util.UUID;

/**
 * Lets a provider's answer take effect, whoever brought it: the request, the buyer's confirmation, the janitor or the end of
 * the hold. The same answer twice, or an older one later, changes nothing.
 */
record SettlePayment(UUID orderId, UUID paymentId, ProviderAnswer answer) implements Draft<Payment> {

    @Override
    public Set<UUID> orders() {
        return Set.of(orderId);
    }

    @Override
    public Set<UUID> variants(Batch batch) {
        return answer instanceof ProviderAnswer.Captured ? batch.variantsOf(orderId) : Set.of();
    }

    @Override
    public Payment take(Batch batch) {
        Order order = batch.order(orderId);
        Payment payment = order.payment(paymentId);
        boolean open = payment.status().open();
        switch (answer) {
            case ProviderAnswer.Captured() -> {
                if (open || payment.status() == PaymentStatus.CANCELLED) {
                    captured(batch, order);
                }
            }
            case ProviderAnswer.Declined(String code)
            when open -> batch.publish(order.decline(paymentId, code, batch.now()));
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
        batch.change(order);
        return payment;
    }

    private void captured(Batch batch, Order order) {
        if (order.openPayment().filter(open -> !open.id().equals(paymentId)).isPresent()) {
            // It was given up, and the buyer pays with another attempt by now.
            become(batch, order, PaymentStatus.REFUNDING);
        } else if (order.status() == OrderStatus.PENDING_PAYMENT) {
            HeldStock.sell(batch, order);
            batch.publish(order.pay(paymentId, batch.now()));
        } else if (order.status() == OrderStatus.EXPIRED && HeldStock.sellAgain(batch, order)) {
            batch.publish(order.pay(paymentId, batch.now()));
        } else {
            become(batch, order, PaymentStatus.REFUNDING);
        }
    }

    private void become(Batch batch, Order order, PaymentStatus next) {
        order.paymentBecomes(paymentId, next, batch.now());
    }
}
