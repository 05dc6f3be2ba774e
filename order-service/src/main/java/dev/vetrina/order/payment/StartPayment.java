package dev.vetrina.order.payment;

import dev.vetrina.order.commit.Batch;
import dev.vetrina.order.commit.Draft;
import dev.vetrina.order.commit.Needs;
import dev.vetrina.order.lifecycle.Order;
import dev.vetrina.order.lifecycle.OrderRows;
import dev.vetrina.order.lifecycle.Payment;
import java.util.UUID;

/** Records a payment attempt before the provider is called. A repeat of the same request finds its attempt. */
record StartPayment(UUID orderId, UUID paymentId, String requestId, String methodToken) implements Draft<Payment> {

    @Override
    public void needs(Needs needs, Batch batch) {
        needs.add(OrderRows.ORDERS, orderId);
    }

    @Override
    public Payment take(Batch batch) {
        Order order = OrderRows.get(batch, orderId);
        return order.paymentOfRequest(requestId)
                .orElseGet(() -> order.startPayment(paymentId, requestId, methodToken, batch.now()));
    }
}
