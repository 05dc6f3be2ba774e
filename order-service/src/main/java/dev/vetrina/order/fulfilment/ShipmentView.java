package dev.vetrina.order.fulfilment;

import dev.vetrina.kit.http.Identified;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "Shipment")
record ShipmentView(
        UUID id,
        UUID fulfilmentId,

        @Schema(description = "The same for the shipments of several orders that are in one parcel")
        UUID parcelId,

        String carrier,
        String trackingNumber,

        @Schema(description = "Absent if the carrier has no such page") @Nullable
        String trackingUrl,

        List<ShippedLine> lines,
        Instant shippedAt,

        @Schema(description = "Absent until it arrived") @Nullable
        Instant deliveredAt)
        implements Identified {

    @Schema(name = "ShippedLine")
    record ShippedLine(UUID lineId, int quantity) {}

    static ShipmentView of(UUID fulfilmentId, Shipment shipment) {
        Shipment.Parcel parcel = shipment.parcel();
        return new ShipmentView(
                shipment.id(),
                fulfilmentId,
                parcel.id(),
                parcel.carrier(),
                parcel.trackingNumber(),
                parcel.trackingUrl(),
                shipment.lines().entrySet().stream()
                        .map(entry -> new ShippedLine(entry.getKey(), entry.getValue()))
                        .toList(),
                parcel.shippedAt(),
                shipment.deliveredAt());
    }
}
