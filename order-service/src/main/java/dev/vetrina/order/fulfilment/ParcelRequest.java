package dev.vetrina.order.fulfilment;

import dev.vetrina.kit.problem.ProblemException;
import dev.vetrina.order.fulfilment.Carriers.Carrier;
import dev.vetrina.order.fulfilment.Shipment.Parcel;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How a parcel travels, as somebody tells it. */
record ParcelRequest(
        String carrier, String trackingNumber, @Nullable String trackingUrl) {

    /** @throws ProblemException 422 for a carrier that is not known */
    Parcel parcel(UUID id, Carriers carriers, Clock clock) {
        Carrier known = carriers.get(carrier);
        String url = trackingUrl == null ? known.trackingUrl(trackingNumber) : trackingUrl;
        return new Parcel(id, known.code(), trackingNumber, url, clock.instant());
    }
}
