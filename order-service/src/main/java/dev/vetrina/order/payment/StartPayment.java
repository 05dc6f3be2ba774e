package dev.vetrina.order.payment;

import dev.vetrina.order.commit.Batch;
import dev.vetrina.order.lifecycle.Order;
import dev.vetrina.order.lifecycle.OrderRows;
import dev.vetrina.order.lifecycle.Payment;
import java.time.Instant;
import java.util.UUID;

/**
 * Records a payment attempt before the provider is called. A repeat of the same request finds its attempt.
 *
 * @param heldUntil the end of the order's hold, as far as it is known
 */
record StartPayment(
        UUID orderId, UUID paymentId, String requestId, String provider, String methodToken, Instant heldUntil)
        implements OrderDraft<Payment> {

    @Override
    public Payment take(Batch batch) {
        Order order = OrderRows.get(batch, orderId);
        return order.attempts()
                .ofRequest(requestId)
                .orElseGet(
                        () -> order.startPayment(paymentId, requestId, provider, methodToken, heldUntil, batch.now()));
    }
}
