package dev.vetrina.order.address;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Where goods go, as the buyer writes it. */
@Schema(name = "ShippingAddressRequest")
public record AddressRequest(
        @NotBlank @Size(max = 200) String name,
        @NotBlank @Size(max = 200) String line1,
        @Nullable @Size(max = 200) String line2,
        @NotBlank @Size(max = 100) String city,

        @Schema(description = "State or province, where the country has them", examples = "CA")
        @Nullable
        @Size(max = 100)
        String region,

        @Nullable @Size(max = 20) String postalCode,

        @Schema(description = "ISO 3166 code", examples = "GB")
        @NotNull
        @Pattern(regexp = "^[A-Z]{2}$", message = "must be an ISO 3166 code such as GB")
        String country,

        @Nullable @Pattern(regexp = "^[+0-9 ()/-]{3,30}$", message = "must be a telephone number")
        String phone) {}
