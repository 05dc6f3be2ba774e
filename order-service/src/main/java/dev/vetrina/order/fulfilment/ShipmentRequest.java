package dev.vetrina.order.fulfilment;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "ShipmentRequest", examples = """
                {"carrier": "royal-mail", "trackingNumber": "JD0002219999999",
                 "lines": [{"lineId": "01990c3d-77f0-7a42-8c55-0b9e4f1d2a63", "quantity": 1}]}""")
record ShipmentRequest(
        @Schema(description = "Code of a carrier of /v1/carriers", examples = "royal-mail") @NotBlank @Size(max = 40)
        String carrier,

        @NotBlank @Size(max = 80) String trackingNumber,

        @Schema(description = "Absent: the carrier's own page")
        @Nullable
        @Size(max = 500)
        @Pattern(regexp = "^https://[^\\s]+$", message = "must be an https address")
        String trackingUrl,

        @NotNull @Size(min = 1, max = 50) List<@NotNull @Valid LineUnits> lines) {

    ParcelRequest inParcel() {
        return new ParcelRequest(carrier, trackingNumber, trackingUrl);
    }
}
