package dev.vetrina.events;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The life of an order, published by order-service. */
public sealed interface OrderEvent extends DomainEvent {

    UUID orderId();

    /** The session in which it was bought, or null if it was bought elsewhere. */
    @Nullable
    UUID sessionId();

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
            Money total,
            Instant placedAt,
            Instant reservedUntil)
            implements OrderEvent {}

    record Line(
            UUID lineId, UUID variantId, UUID productId, UUID brandId, int quantity, Money unitPrice, Money total) {}

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
            Money total,
            Instant paidAt)
            implements OrderEvent {}

    /** A payment attempt was refused; the hold goes on and the buyer may try again. */
    @EventType("order.payment-declined.v1")
    record PaymentDeclined(
            UUID orderId,
            long sequence,
            UUID paymentId,
            @Nullable UUID sessionId,
            String declineCode,
            Instant declinedAt)
            implements OrderEvent {}

    /** Cancelled before it was paid; the held stock is available again. */
    @EventType("order.cancelled.v1")
    record OrderCancelled(
            UUID orderId, long sequence, @Nullable UUID sessionId, String reason, Instant cancelledAt)
            implements OrderEvent {}

    /** Not paid in time; the held stock is available again. */
    @EventType("order.expired.v1")
    record OrderExpired(
            UUID orderId, long sequence, @Nullable UUID sessionId, Instant expiredAt) implements OrderEvent {}
}
