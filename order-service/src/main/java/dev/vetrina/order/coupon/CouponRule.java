package dev.vetrina.order.coupon;

import dev.vetrina.events.Money;
import dev.vetrina.kit.problem.ProblemException;
import java.util.Arrays;
import java.util.Optional;

/** What keeps a coupon from being used, in the order in which a buyer is told. */
enum CouponRule {
    TOO_MANY("The order takes no further coupon.") {
        @Override
        boolean broken(CouponCampaign campaign, CouponUse use) {
            return use.position() >= use.stacking().couponsPerOrder();
        }
    },
    UNKNOWN("There is no such coupon.") {
        @Override
        boolean broken(CouponCampaign campaign, CouponUse use) {
            // Told when there is no campaign to ask about.
            return false;
        }
    },
    OTHER_MARKET("The coupon is for another market.") {
        @Override
        boolean broken(CouponCampaign campaign, CouponUse use) {
            return !campaign.market().equals(use.market());
        }
    },
    NOT_BEGUN("The coupon is not valid yet.") {
        @Override
        boolean broken(CouponCampaign campaign, CouponUse use) {
            return use.at().isBefore(campaign.startsAt());
        }
    },
    ENDED("The coupon is no longer valid.") {
        @Override
        boolean broken(CouponCampaign campaign, CouponUse use) {
            return campaign.ended() || !use.at().isBefore(campaign.endsAt());
        }
    },
    SHOW_NOT_RUNNING("The coupon is valid only while its show runs.") {
        @Override
        boolean broken(CouponCampaign campaign, CouponUse use) {
            return !use.showRuns();
        }
    },
    NOTHING_ELIGIBLE("The coupon is for other things than these.") {
        @Override
        boolean broken(CouponCampaign campaign, CouponUse use) {
            return use.lines().stream().noneMatch(campaign::isFor);
        }
    },
    NOT_ON_DEAL_LINES("The coupon is not taken on top of a deal.") {
        @Override
        boolean broken(CouponCampaign campaign, CouponUse use) {
            return use.eligible(campaign).isEmpty();
        }
    },
    /** What counts is the price of the lines to which it applies, before any coupon. */
    MINIMUM_BASKET("The coupon is for larger baskets.") {
        @Override
        boolean broken(CouponCampaign campaign, CouponUse use) {
            Money minimum = campaign.minimumBasket();
            long missing = minimum == null ? 0 : minimum.amount();
            for (CouponLine line : use.eligible(campaign)) {
                // Counted down to zero and no further, a sum that is too large for a number does no harm.
                missing -= Math.min(missing, line.item().price().amount());
            }
            return missing > 0;
        }
    };

    private final String detail;

    CouponRule(String detail) {
        this.detail = detail;
    }

    /** The rules come in their order: each may rely on the ones before it. */
    abstract boolean broken(CouponCampaign campaign, CouponUse use);

    static Optional<CouponRule> firstBroken(CouponCampaign campaign, CouponUse use) {
        return Arrays.stream(values())
                .filter(rule -> rule.broken(campaign, use))
                .findFirst();
    }

    ProblemException refusal(String couponCode) {
        return ProblemException.conflict("coupon-not-valid", detail)
                .with("rule", name())
                .with("couponCode", couponCode);
    }
}
