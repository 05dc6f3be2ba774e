package dev.vetrina.order.fulfilment;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Units of one brand's part of an order that travel together. */
public final class Shipment {

    private final UUID id;
    private final Parcel parcel;
    private final Map<UUID, Integer> lines;
    private final boolean fresh;
    private @Nullable Instant deliveredAt;

    /**
     * How they travel.
     *
     * @param id the same for the shipments of several orders that are in one parcel
     * @param carrier code of the carrier
     */
    public record Parcel(
            UUID id,
            String carrier,
            String trackingNumber,
            @Nullable String trackingUrl,
            Instant shippedAt) {}

    Shipment(UUID id, Parcel parcel, Map<UUID, Integer> lines, @Nullable Instant deliveredAt, boolean fresh) {
        this.id = id;
        this.parcel = parcel;
        this.lines = Map.copyOf(lines);
        this.deliveredAt = deliveredAt;
        this.fresh = fresh;
    }

    /** @param lines units by line */
    static Shipment of(UUID id, Parcel parcel, Map<UUID, Integer> lines) {
        return new Shipment(id, parcel, lines, null, true);
    }

    void arrived(Instant now) {
        deliveredAt = now;
    }

    public UUID id() {
        return id;
    }

    public Parcel parcel() {
        return parcel;
    }

    public Map<UUID, Integer> lines() {
        return lines;
    }

    @Nullable
    Instant deliveredAt() {
        return deliveredAt;
    }

    /** Whether it is not stored yet. */
    boolean fresh() {
        return fresh;
    }
}
