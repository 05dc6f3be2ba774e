package dev.vetrina.order.fulfilment;

import dev.vetrina.order.fulfilment.ShipParcel.Content;
import dev.vetrina.order.fulfilment.Shipment.Parcel;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "CombinedShipment", description = "Shipments of several orders in one parcel")
record CombinedShipmentView(
        UUID parcelId,

        @Schema(description = "One of each fulfilment, in the order of the request")
        List<ShipmentView> shipments) {

    static CombinedShipmentView of(List<Content> contents, Parcel parcel) {
        return new CombinedShipmentView(
                parcel.id(),
                contents.stream()
                        .map(content -> ShipmentView.of(content.fulfilmentId(), content.shipment(parcel)))
                        .toList());
    }
}
