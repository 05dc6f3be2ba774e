package dev.vetrina.events;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The life of an order, published by order-service. */
public sealed interface OrderEvent extends DomainEvent {

    UUID orderId();

    /** The session in which it was placed, or null if it was placed elsewhere. */
    @Nullable
    UUID sessionId();

    /** Why it happened, where somebody gave a reason. */
    default @Nullable String reason() {
        return null;
    }

    /** The payment, refund, fulfilment or return that it is about; null if it is about the order as a whole. */
    default @Nullable UUID subjectId() {
        return null;
    }

    /** The brand whose part of the order it is about; null if it is about the order as a whole, or its payment. */
    default @Nullable UUID brandId() {
        return null;
    }

    @Override
    default String topic() {
        return Topics.ORDERS;
    }

    @Override
    default String key() {
        return orderId().toString();
    }

    /** Stock is held until {@code reservedUntil}; nothing is paid yet. */
    @EventType("order.placed.v1")
    record OrderPlaced(
            UUID orderId,
            long sequence,
            String customerId,
            String market,
            @Nullable UUID sessionId,
            @Nullable UUID creatorId,
            List<Line> lines,
            List<Part> parts,
            Money total,
            Instant placedAt,
            Instant reservedUntil)
            implements OrderEvent {}

    /**
     * @param listPrice of a unit, as in the catalogue
     * @param unitPrice what a unit costs before discounts: the list price, or the deal's
     * @param discount coupons taken off the whole line
     * @param tax of the whole line: contained in the total, or added to it where prices are exclusive
     * @param total what the buyer pays for the line
     */
    record Line(
            UUID lineId,
            UUID variantId,
            UUID productId,
            UUID brandId,
            int quantity,
            Money listPrice,
            Money unitPrice,
            Money discount,
            Money tax,
            Money total,
            @Nullable UUID sessionId,
            @Nullable UUID creatorId,
            @Nullable UUID dealId) {}

    /**
     * What one brand fulfils: its lines of the order.
     *
     * @param shipping the price of shipping
     * @param total what the buyer pays for the shipping, its tax included
     */
    record Part(UUID fulfilmentId, UUID brandId, Money shipping, Money tax, Money total) {}

    /** The payment succeeded and the held stock is sold. */
    @EventType("order.paid.v1")
    record OrderPaid(
            UUID orderId,
            long sequence,
            UUID paymentId,
            String customerId,
            String market,
            @Nullable UUID sessionId,
            List<Line> lines,
            List<Part> parts,
            Money total,
            Instant paidAt)
            implements OrderEvent {
        @Override
        public UUID subjectId() {
            return paymentId;
        }
    }

    /** A payment attempt was refused; the hold goes on and the buyer may try again. */
    @EventType("order.payment-declined.v1")
    record PaymentDeclined(
            UUID orderId,
            long sequence,
            UUID paymentId,
            @Nullable UUID sessionId,
            String declineCode,
            Instant declinedAt)
            implements OrderEvent {
        @Override
        public String reason() {
            return declineCode;
        }

        @Override
        public UUID subjectId() {
            return paymentId;
        }
    }

    /** What happens to an order after the purchase. */
    sealed interface AfterPurchase extends OrderEvent permits FulfilmentEvent, ReturnEvent {}

    /**
     * Cancelled as a whole: before it was paid, or every part of it afterwards. The stock is available again.
     *
     * @param paid whether {@code order.paid} went before it
     */
    @EventType("order.cancelled.v1")
    record OrderCancelled(
            UUID orderId, long sequence, @Nullable UUID sessionId, boolean paid, String reason, Instant cancelledAt)
            implements OrderEvent {}

    /** Not paid in time; the held stock is available again. */
    @EventType("order.expired.v1")
    record OrderExpired(
            UUID orderId, long sequence, @Nullable UUID sessionId, Instant expiredAt) implements OrderEvent {}

    /**
     * A payment attempt changed in a way that neither {@code order.paid} nor {@code order.payment-declined} tells.
     *
     * @param capturedAmount what the buyer was charged by now, all captures of the attempt together
     */
    @EventType("order.payment-changed.v1")
    record PaymentChanged(
            UUID orderId,
            long sequence,
            UUID paymentId,
            @Nullable UUID sessionId,
            String status,
            Money capturedAmount,
            Instant changedAt)
            implements OrderEvent {
        @Override
        public UUID subjectId() {
            return paymentId;
        }
    }

    /** Money is to go back to the buyer: reserved from what was captured, and on its way. */
    @EventType("order.refund-requested.v1")
    record RefundRequested(
            UUID orderId,
            long sequence,
            UUID refundId,
            UUID paymentId,
            @Nullable UUID sessionId,
            Money amount,
            String reason,
            Instant requestedAt)
            implements OrderEvent {
        @Override
        public UUID subjectId() {
            return refundId;
        }
    }

    /**
     * The money went back.
     *
     * @param refundedTotal all refunds of the payment together
     */
    @EventType("order.refunded.v1")
    record OrderRefunded(
            UUID orderId,
            long sequence,
            UUID refundId,
            UUID paymentId,
            @Nullable UUID sessionId,
            Money amount,
            Money refundedTotal,
            String reason,
            Instant refundedAt)
            implements OrderEvent {
        @Override
        public UUID subjectId() {
            return refundId;
        }
    }

    /** The provider could not send the money back, or it came back: the amount is captured as before. */
    @EventType("order.refund-failed.v1")
    record RefundFailed(
            UUID orderId,
            long sequence,
            UUID refundId,
            UUID paymentId,
            @Nullable UUID sessionId,
            Money amount,
            String failureCode,
            Instant failedAt)
            implements OrderEvent {
        @Override
        public UUID subjectId() {
            return refundId;
        }

        @Override
        public String reason() {
            return failureCode;
        }
    }

    /** Every part is delivered or cancelled, and at least one is delivered. */
    @EventType("order.completed.v1")
    record OrderCompleted(
            UUID orderId, long sequence, @Nullable UUID sessionId, Instant completedAt) implements OrderEvent {}
}
