package dev.vetrina.order.coupon;

import dev.vetrina.events.Money;
import dev.vetrina.kit.problem.ProblemException;
import dev.vetrina.order.lifecycle.LineDiscount.Payer;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a campaign must be beyond its single values. */
final class CampaignRules {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private CampaignRules() {}

    /**
     * @param currency the market's
     * @throws ProblemException 422
     */
    static void require(CampaignRequest request, String currency, Instant now) {
        switch (request.kind()) {
            case FIXED -> requireFixed(request);
            case PERCENTAGE -> requirePercentage(request);
        }
        requireMoney("amount", request.amount(), currency);
        requireMoney("cap", request.cap(), currency);
        requireMoney("minimumBasket", request.minimumBasket(), currency);
        require(request.startsAt().isBefore(request.endsAt()), "endsAt", "must be after startsAt");
        require(now.isBefore(request.endsAt()), "endsAt", "must be in the future");
        require(request.payer() != Payer.BRAND || request.brandId() != null, "brandId", "must say which brand pays");
        require(
                request.payer() != Payer.CREATOR || request.sessionId() != null,
                "sessionId",
                "must say whose show it is, as its creator pays");
    }

    private static void requireFixed(CampaignRequest request) {
        require(request.amount() != null, "amount", "must be what a fixed coupon takes off");
        require(request.percent() == null, "percent", "is for percentage coupons");
        require(request.cap() == null, "cap", "is for percentage coupons");
    }

    private static void requirePercentage(CampaignRequest request) {
        require(request.amount() == null, "amount", "is for fixed coupons");
        String percent = request.percent();
        BigDecimal value = percent == null ? BigDecimal.ZERO : new BigDecimal(percent);
        require(value.signum() > 0 && value.compareTo(HUNDRED) <= 0, "percent", "must be above 0 and at most 100");
    }

    private static void requireMoney(String field, @Nullable Money money, String currency) {
        if (money != null) {
            require(money.amount() > 0, field, "must be more than nothing");
            require(money.currency().equals(currency), field, "must be in the market's currency, " + currency);
        }
    }

    private static void require(boolean holds, String field, String message) {
        if (!holds) {
            throw ProblemException.invalid(field, message);
        }
    }
}
