package dev.vetrina.order.checkout;

import dev.vetrina.order.address.AddressRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "OrderQuoteRequest", examples = """
                {"market": "GB", "sessionId": "01990c3e-2b5a-7c11-9d7e-5a1f0c3b8e21",
                 "lines": [{"variantId": "01990c3d-77f0-7a42-8c55-0b9e4f1d2a63", "quantity": 2}],
                 "shippingAddress": {"name": "Ann Archer", "line1": "1 High Street", "city": "London",
                                     "postalCode": "SW1A 1AA", "country": "GB"}}""")
record OrderQuoteRequest(
        @Schema(description = "ISO 3166 code of the market whose prices were shown", examples = "GB")
        @NotNull
        @Pattern(regexp = "^[A-Z]{2}$", message = "must be an ISO 3166 code such as GB")
        String market,

        @Schema(description = "The show in which it is bought; if absent, the one that its lines name, if it is one")
        @Nullable
        UUID sessionId,

        @NotNull @Size(min = 1, max = 50) List<@NotNull @Valid LineRequest> lines,

        @Schema(description = "Where the goods go; in the market's own country") @NotNull @Valid
        AddressRequest shippingAddress,

        @Schema(description = "How each brand ships; a brand that is not named takes its first option")
        @Nullable
        @Size(max = 50)
        List<@NotNull @Valid ShippingChoice> shipping,

        @Schema(
                description =
                        "Coupons, taken off in this order; how many an order takes, the market's selling terms say",
                examples = "[\"SPRING10\"]")
        @Nullable
        @Size(max = 5)
        List<
                        @NotNull
                        @Pattern(
                                regexp = "^[A-Za-z0-9][A-Za-z0-9_-]{2,39}$",
                                message = "must be 3 to 40 letters, digits, _ or -")
                        String>
                couponCodes)
        implements PurchaseRequest {}
