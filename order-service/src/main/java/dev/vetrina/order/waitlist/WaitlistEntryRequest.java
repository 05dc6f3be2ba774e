package dev.vetrina.order.waitlist;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "WaitlistEntryRequest")
record WaitlistEntryRequest(
        @NotNull UUID variantId,

        @Schema(description = "Units", examples = "1") @Min(1) @Max(99)
        int quantity,

        @Schema(description = "ISO 3166 code of the market in which it will be bought", examples = "GB")
        @NotNull
        @Pattern(regexp = "^[A-Z]{2}$", message = "must be an ISO 3166 code such as GB")
        String market,

        @Schema(description = "The show in which it will be bought; absent outside of one") @Nullable
        UUID sessionId,

        @Schema(description = "The deal for which to wait; absent: at the usual price") @Nullable
        UUID dealId) {}
