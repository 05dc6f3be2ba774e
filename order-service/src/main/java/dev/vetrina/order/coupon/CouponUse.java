package dev.vetrina.order.coupon;

import dev.vetrina.order.terms.Stacking;
import java.time.Instant;
import java.util.List;

/**
 * The basket for which a coupon is given.
 *
 * @param position which of the order's coupons it is, from 0
 * @param showRuns whether the campaign's show has begun and not ended; also true if it has none
 */
record CouponUse(String market, List<CouponLine> lines, Stacking stacking, int position, boolean showRuns, Instant at) {

    /** The lines from which the campaign takes something off. */
    List<CouponLine> eligible(CouponCampaign campaign) {
        return lines.stream()
                .filter(campaign::isFor)
                .filter(line -> line.takesCoupons(stacking.couponsOnDealLines()))
                .toList();
    }
}
