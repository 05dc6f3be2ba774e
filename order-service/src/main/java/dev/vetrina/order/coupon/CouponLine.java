package dev.vetrina.order.coupon;

import dev.vetrina.order.basket.BasketItem;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line of a basket, of which a coupon may take something off.
 *
 * @param sessionId the show in which it is bought, or null
 */
public record CouponLine(BasketItem item, @Nullable UUID sessionId) {

    boolean takesCoupons(boolean dealLines) {
        return dealLines || item.dealId() == null;
    }
}
