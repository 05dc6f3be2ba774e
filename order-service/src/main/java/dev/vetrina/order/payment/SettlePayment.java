package dev.vetrina.order.payment;

import dev.vetrina.order.commit.Batch;
import dev.vetrina.order.lifecycle.Order;
import dev.vetrina.order.lifecycle.OrderRows;
import dev.vetrina.order.payment.provider.ProviderAnswer;
import dev.vetrina.order.payment.provider.ProviderReply;
import java.util.UUID;

/**
 * Lets a provider's answer take effect, whoever brought it: the request, the buyer's confirmation, a webhook, the janitor or
 * the end of the hold.
 */
record SettlePayment(UUID orderId, UUID paymentId, ProviderReply reply) implements OrderDraft<Order> {

    @Override
    public boolean movesStock() {
        return reply.answer() instanceof ProviderAnswer.Captured || reply.answer() instanceof ProviderAnswer.Authorised;
    }

    @Override
    public Order take(Batch batch) {
        Order order = OrderRows.get(batch, orderId);
        new Settlement(batch, order, paymentId).apply(reply);
        return order;
    }
}
