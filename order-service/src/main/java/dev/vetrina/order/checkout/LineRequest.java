package dev.vetrina.order.checkout;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "PlaceOrderLine")
record LineRequest(
        @NotNull UUID variantId,

        @Schema(description = "Units", examples = "2") @Min(1) @Max(99)
        int quantity,

        @Schema(description = "The show in which it was put in the basket; absent: the order's") @Nullable
        UUID sessionId,

        @Schema(
                description =
                        "The deal under which it is bought; absent: at the usual price. It belongs to the deal's show")
        @Nullable
        UUID dealId,

        @Schema(description = "The waitlist entry to which the units are offered; absent: from what everybody can buy")
        @Nullable
        UUID waitlistEntryId) {}
