package dev.vetrina.order.payment;

import dev.vetrina.order.commit.Batch;
import dev.vetrina.order.lifecycle.Capture;
import dev.vetrina.order.lifecycle.Order;
import dev.vetrina.order.lifecycle.OrderRows;
import dev.vetrina.order.payment.provider.ProviderAnswer;
import dev.vetrina.order.payment.provider.ProviderReply;
import java.time.Instant;
import java.util.UUID;

/** Lets a provider's answer to a capture take effect: on the capture, and on its payment. */
record SettleCapture(UUID orderId, UUID captureId, ProviderReply reply) implements OrderDraft<Capture> {

    @Override
    public Capture take(Batch batch) {
        Order order = OrderRows.get(batch, orderId);
        Capture capture = order.captures().get(captureId);
        switch (reply.answer()) {
            case ProviderAnswer.Captured _, ProviderAnswer.Authorised _ -> {
                settlePayment(batch, order, capture);
                settleByTotal(order, capture, batch.now());
            }
            case ProviderAnswer.NoAnswer(String error) -> order.captures().unanswered(captureId, error, batch.now());
            case ProviderAnswer.Pending() -> order.captures().unanswered(captureId, "pending", batch.now());
            case ProviderAnswer.Declined(String code) -> order.captures().failed(captureId, code, batch.now());
            case ProviderAnswer.Cancelled() -> {
                order.captures().failed(captureId, "authorisation-ended", batch.now());
                settlePayment(batch, order, capture);
            }
            case ProviderAnswer.NotKnown _, ProviderAnswer.ActionRequired _ ->
                order.captures().failed(captureId, "not-authorised", batch.now());
        }
        return capture;
    }

    /** A provider answers with the payment's state, also when it did not capture. */
    private static void settleByTotal(Order order, Capture capture, Instant now) {
        if (order.captures().coveredByTotal(capture)) {
            order.captures().succeeded(capture.id(), now);
        } else {
            order.captures().failed(capture.id(), "not-captured", now);
        }
    }

    private void settlePayment(Batch batch, Order order, Capture capture) {
        new Settlement(batch, order, capture.paymentId()).apply(reply);
    }
}
