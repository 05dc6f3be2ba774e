package dev.vetrina.order.coupon;

import dev.vetrina.events.Money;
import dev.vetrina.order.lifecycle.LineDiscount.Payer;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "CouponCampaignRequest", examples = """
                {"code": "SPRING10", "kind": "PERCENTAGE", "percent": "10",
                 "cap": {"amount": 1000, "currency": "GBP"}, "market": "GB", "payer": "PLATFORM",
                 "quota": 5000, "quotaPerCustomer": 1,
                 "startsAt": "2026-03-01T00:00:00Z", "endsAt": "2026-04-01T00:00:00Z"}""")
record CampaignRequest(
        @Schema(description = "What buyers type, in upper or lower case", examples = "SPRING10")
        @NotNull
        @Pattern(regexp = "^[A-Z0-9][A-Z0-9_-]{2,39}$", message = "must be 3 to 40 capital letters, digits, _ or -")
        String code,

        @NotNull CouponKind kind,

        @Schema(description = "Of a fixed coupon: taken off the lines together") @Nullable
        Money amount,

        @Schema(description = "Of a percentage coupon", examples = "12.5")
        @Nullable
        @Pattern(regexp = "^\\d{1,3}(\\.\\d{1,2})?$", message = "must be a decimal such as 12.5")
        String percent,

        @Schema(description = "The most that a percentage coupon takes off an order") @Nullable
        Money cap,

        @Schema(description = "ISO 3166 code", examples = "GB")
        @NotNull
        @Pattern(regexp = "^[A-Z]{2}$", message = "must be an ISO 3166 code such as GB")
        String market,

        @Schema(description = "Who bears what is taken off; a brand's own campaigns: the brand") @NotNull
        Payer payer,

        @Schema(description = "Whose lines it is for; absent: everybody's. Required if the brand pays") @Nullable
        UUID brandId,

        @Schema(description = "For which products; absent or empty: all") @Nullable @Size(max = 100)
        List<@NotNull UUID> productIds,

        @Schema(description = "The least that the lines to which it applies cost together, before any coupon") @Nullable
        Money minimumBasket,

        @Schema(description = "How many orders may use it", examples = "5000") @Min(1) @Max(100_000_000)
        long quota,

        @Schema(description = "How many orders of one customer", examples = "1") @Min(1) @Max(10_000)
        int quotaPerCustomer,

        @NotNull Instant startsAt,

        @Schema(description = "The first moment at which it is no longer valid") @NotNull
        Instant endsAt,

        @Schema(
                description =
                        "The show whose lines it is for, while the show runs; absent: everywhere. Required if the creator pays")
        @Nullable
        UUID sessionId) {

    List<UUID> products() {
        return productIds == null ? List.of() : List.copyOf(productIds);
    }
}
