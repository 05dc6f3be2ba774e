package dev.vetrina.order.coupon;

import dev.vetrina.events.Money;
import dev.vetrina.order.basket.BasketDiscount;
import dev.vetrina.order.basket.BasketItem;
import dev.vetrina.order.basket.Reduction;
import dev.vetrina.order.lifecycle.LineDiscount.Payer;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The terms of a campaign.
 *
 * @param brandId whose lines it applies to, or null: everybody's
 * @param productIds to which it applies; empty: to all
 * @param sessionId the show in which it applies, or null: everywhere
 * @param endsAt the first moment at which it no longer applies
 * @param ended whether it was ended before its time
 */
record CouponCampaign(
        UUID id,
        String code,
        String market,
        Reduction reduction,
        Payer payer,
        @Nullable UUID brandId,
        Set<UUID> productIds,
        @Nullable Money minimumBasket,
        @Nullable UUID sessionId,
        Instant startsAt,
        Instant endsAt,
        boolean ended) {

    /** Whether it is for such a line; whether the line's deal allows it, the selling terms say. */
    boolean isFor(CouponLine line) {
        BasketItem item = line.item();
        return (brandId == null || brandId.equals(item.brandId()))
                && (productIds.isEmpty() || productIds.contains(item.productId()))
                && (sessionId == null || sessionId.equals(line.sessionId()));
    }

    BasketDiscount on(List<CouponLine> lines, boolean dealLines) {
        Set<Integer> items = new HashSet<>();
        for (int i = 0; i < lines.size(); i++) {
            if (isFor(lines.get(i)) && lines.get(i).takesCoupons(dealLines)) {
                items.add(i);
            }
        }
        return new BasketDiscount(id, code, payer, reduction, items);
    }
}
