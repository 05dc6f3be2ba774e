package dev.vetrina.order.payment;

import dev.vetrina.events.OrderEvent;
import dev.vetrina.order.commit.Batch;
import dev.vetrina.order.lifecycle.Actor;
import dev.vetrina.order.lifecycle.Order;
import dev.vetrina.order.lifecycle.OrderRefunds;
import dev.vetrina.order.lifecycle.OrderRows;
import dev.vetrina.order.lifecycle.Payment;
import dev.vetrina.order.lifecycle.Refund;
import dev.vetrina.order.lifecycle.Timeline;
import dev.vetrina.order.payment.provider.RefundAnswer;
import java.util.UUID;

/** Lets a provider's answer about a refund take effect, whoever brought it. */
record SettleRefund(UUID orderId, UUID refundId, RefundAnswer answer) implements OrderDraft<Refund> {

    @Override
    public Refund take(Batch batch) {
        Order order = OrderRows.get(batch, orderId);
        OrderRefunds refunds = order.refunds();
        Refund refund = refunds.get(refundId);
        switch (answer) {
            case RefundAnswer.Succeeded(String reference) ->
                refunds.succeeded(refundId, reference, batch.now()).ifPresent(event -> tell(batch, order, event));
            case RefundAnswer.Failed(String code) ->
                refunds.failed(refundId, code, batch.now()).ifPresent(event -> tell(batch, order, event));
            case RefundAnswer.Pending(String _) -> refunds.unanswered(refundId, "pending", batch.now());
            case RefundAnswer.NoAnswer(String error) -> refunds.unanswered(refundId, error, batch.now());
        }
        return refund;
    }

    private void tell(Batch batch, Order order, OrderEvent event) {
        Payment payment = order.payment(order.refunds().get(refundId).terms().paymentId());
        Timeline.tell(batch, event, Actor.provider(payment.terms().provider()));
    }
}
