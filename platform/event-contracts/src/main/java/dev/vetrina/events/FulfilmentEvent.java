package dev.vetrina.events;

import dev.vetrina.events.OrderEvent.AfterPurchase;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What one brand does with its part of an order. Told in the order's own sequence. */
public sealed interface FulfilmentEvent extends AfterPurchase {

    UUID fulfilmentId();

    @Override
    UUID brandId();

    @Override
    default UUID subjectId() {
        return fulfilmentId();
    }

    /** Units of a line. */
    record Units(UUID lineId, UUID variantId, int quantity) {}

    /**
     * Units of a line whose price goes back.
     *
     * @param total what the buyer gets back for them
     * @param tax the tax in it
     */
    record RefundedUnits(UUID lineId, UUID variantId, int quantity, Money total, Money tax) {}

    /** The brand will ship it. */
    @EventType("fulfilment.confirmed.v1")
    record FulfilmentConfirmed(
            UUID orderId,
            long sequence,
            UUID fulfilmentId,
            UUID brandId,
            @Nullable UUID sessionId,
            Instant confirmedAt) implements FulfilmentEvent {}

    /**
     * A parcel left.
     *
     * @param carrier code of the carrier
     * @param complete whether nothing is left to ship
     */
    @EventType("fulfilment.shipped.v1")
    record FulfilmentShipped(
            UUID orderId,
            long sequence,
            UUID fulfilmentId,
            UUID brandId,
            @Nullable UUID sessionId,
            UUID shipmentId,
            String carrier,
            List<Units> lines,
            boolean complete,
            Instant shippedAt)
            implements FulfilmentEvent {}

    /**
     * A parcel arrived.
     *
     * @param complete whether everything that will come has arrived
     */
    @EventType("fulfilment.delivered.v1")
    record FulfilmentDelivered(
            UUID orderId,
            long sequence,
            UUID fulfilmentId,
            UUID brandId,
            @Nullable UUID sessionId,
            UUID shipmentId,
            List<Units> lines,
            boolean complete,
            Instant deliveredAt)
            implements FulfilmentEvent {}

    /**
     * Units will not be shipped; their stock is available again and their price goes back.
     *
     * @param reason code of the reason
     * @param shipping what goes back of the shipping, and the tax in it
     * @param complete whether nothing at all of the part is shipped
     */
    @EventType("fulfilment.cancelled.v1")
    record FulfilmentCancelled(
            UUID orderId,
            long sequence,
            UUID fulfilmentId,
            UUID brandId,
            @Nullable UUID sessionId,
            String reason,
            List<RefundedUnits> lines,
            Money shipping,
            Money shippingTax,
            boolean complete,
            Instant cancelledAt)
            implements FulfilmentEvent {}
}
