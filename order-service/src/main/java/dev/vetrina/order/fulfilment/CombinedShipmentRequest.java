package dev.vetrina.order.fulfilment;

import dev.vetrina.kit.id.Ids;
import dev.vetrina.kit.problem.ProblemException;
import dev.vetrina.order.fulfilment.ShipParcel.Content;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "CombinedShipmentRequest", examples = """
                {"carrier": "royal-mail", "trackingNumber": "JD0002219999999",
                 "fulfilments": [
                   {"fulfilmentId": "01990c3d-7801-7c11-9a0e-53d1f6b7a802",
                    "lines": [{"lineId": "01990c3d-77f0-7a42-8c55-0b9e4f1d2a63", "quantity": 1}]},
                   {"fulfilmentId": "01990c41-02b6-7d3f-8e21-6c0d5a94e7f1",
                    "lines": [{"lineId": "01990c41-02a5-7b90-b7d4-1f3e8c62d045", "quantity": 2}]}]}""")
record CombinedShipmentRequest(
        @Schema(description = "Code of a carrier of /v1/carriers", examples = "royal-mail") @NotBlank @Size(max = 40)
        String carrier,

        @NotBlank @Size(max = 80) String trackingNumber,

        @Schema(description = "Absent: the carrier's own page")
        @Nullable
        @Size(max = 500)
        @Pattern(regexp = "^https://[^\\s]+$", message = "must be an https address")
        String trackingUrl,

        @Schema(description = "What is in the parcel: a group of /v1/fulfilments/combinable, or some of it")
        @NotNull
        @Size(min = 2, max = CombinedShipmentRequest.PARTS_AT_MOST)
        List<@NotNull @Valid PartUnits> fulfilments) {

    static final int PARTS_AT_MOST = 20;

    ParcelRequest inParcel() {
        return new ParcelRequest(carrier, trackingNumber, trackingUrl);
    }

    Set<UUID> fulfilmentIds() {
        return fulfilments.stream().map(PartUnits::fulfilmentId).collect(Collectors.toSet());
    }

    /**
     * @param orders by part
     * @throws ProblemException 422 for a part or line that is named twice
     */
    List<Content> contents(Map<UUID, UUID> orders) {
        if (fulfilmentIds().size() < fulfilments.size()) {
            throw ProblemException.invalid("fulfilments", "name a fulfilment twice");
        }
        return fulfilments.stream()
                .map(part -> new Content(
                        Objects.requireNonNull(orders.get(part.fulfilmentId()), "the order of each part"),
                        part.fulfilmentId(),
                        Ids.next(),
                        LineUnits.byLine(part.lines())))
                .toList();
    }
}
