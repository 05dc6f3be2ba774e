package dev.vetrina.order.payment;

import dev.vetrina.order.commit.Batch;
import dev.vetrina.order.commit.Draft;
import dev.vetrina.order.lifecycle.Order;
import dev.vetrina.order.lifecycle.Payment;
import java.util.Set;
import java.util.UUID;

/** Records a payment attempt before the provider is called. A repeat of the same request finds its attempt. */
record StartPayment(UUID orderId, UUID paymentId, String requestId, String methodToken) implements Draft<Payment> {

    @Override
    public Set<UUID> orders() {
        return Set.of(orderId);
    }

    @Override
    public Set<UUID> variants(Batch batch) {
        return Set.of();
    }

    @Override
    public Payment take(Batch batch) {
        Order order = batch.order(orderId);
        return order.paymentOfRequest(requestId).orElseGet(() -> {
            Payment started = order.startPayment(paymentId, requestId, methodToken, batch.now());
            batch.change(order);
            return started;
        });
    }
}
