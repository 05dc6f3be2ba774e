package dev.vetrina.order.coupon;

import dev.vetrina.events.Money;
import dev.vetrina.kit.http.Identified;
import dev.vetrina.order.lifecycle.LineDiscount.Payer;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "CouponCampaign")
record CampaignView(
        UUID id,
        String code,
        String market,
        CouponKind kind,

        @Schema(description = "Of a fixed coupon") @Nullable Money amount,

        @Schema(description = "Of a percentage coupon", examples = "12.5") @Nullable
        String percent,

        @Nullable Money cap,
        Payer payer,
        @Nullable UUID brandId,
        List<UUID> productIds,
        @Nullable Money minimumBasket,
        long quota,
        int quotaPerCustomer,

        @Schema(description = "Orders with it that are paid or may still be")
        long used,

        @Nullable UUID sessionId,
        Instant startsAt,
        Instant endsAt,
        Instant createdAt,

        @Schema(description = "Subject of the token with which it was made")
        String createdBy,

        @Schema(description = "When it was ended before its time") @Nullable
        Instant endedAt)
        implements Identified {}
