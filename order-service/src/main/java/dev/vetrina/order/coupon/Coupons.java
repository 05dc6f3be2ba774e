package dev.vetrina.order.coupon;

import com.github.benmanes.caffeine.cache.Cache;
import dev.vetrina.kit.cache.LocalCaches;
import dev.vetrina.kit.problem.ProblemException;
import dev.vetrina.order.basket.BasketDiscount;
import dev.vetrina.order.session.SellingSession;
import dev.vetrina.order.session.SellingSessions;
import dev.vetrina.order.terms.Stacking;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The coupons as the last second knew them. How often one was used is counted under its row lock only. */
@ApplicationScoped
public class Coupons {

    private final CampaignRepository campaigns;
    private final SellingSessions sessions;
    private final Cache<String, List<CouponCampaign>> cache = LocalCaches.builder()
            .expireAfterWrite(Duration.ofSeconds(1))
            .maximumSize(10_000)
            .build();

    Coupons(CampaignRepository campaigns, SellingSessions sessions) {
        this.campaigns = campaigns;
        this.sessions = sessions;
    }

    /**
     * What the coupons take off a basket.
     *
     * @param codes in the order in which they are taken off
     * @throws ProblemException 409 {@code coupon-not-valid} with the {@code rule} that is broken, 422 for a code given twice
     */
    public List<BasketDiscount> discounts(
            @Nullable List<String> codes, String market, List<CouponLine> lines, Stacking stacking, Instant at) {
        List<BasketDiscount> discounts = new ArrayList<>();
        Set<UUID> used = new HashSet<>();
        for (String given : codes == null ? List.<String>of() : codes) {
            int position = discounts.size();
            CouponCampaign campaign = campaign(given, market);
            if (!used.add(campaign.id())) {
                throw ProblemException.invalid("couponCodes[" + position + "]", "is given twice");
            }
            CouponUse use = new CouponUse(market, lines, stacking, position, showRuns(campaign.sessionId()), at);
            CouponRule.firstBroken(campaign, use).ifPresent(rule -> {
                throw rule.refusal(given);
            });
            discounts.add(campaign.on(lines, stacking.couponsOnDealLines()));
        }
        return discounts;
    }

    /** That of the market; if there is none, another market's, so that the buyer is told just that. */
    private CouponCampaign campaign(String given, String market) {
        List<CouponCampaign> ofCode = cache.get(given.toUpperCase(Locale.ROOT), this::load);
        return ofCode.stream()
                .filter(campaign -> campaign.market().equals(market))
                .findFirst()
                .or(() -> ofCode.stream().findFirst())
                .orElseThrow(() -> CouponRule.UNKNOWN.refusal(given));
    }

    private List<CouponCampaign> load(String code) {
        return QuarkusTransaction.joiningExisting()
                .call(() -> campaigns.ofCode(code).stream()
                        .map(CampaignRow::toCampaign)
                        .toList());
    }

    private boolean showRuns(@Nullable UUID sessionId) {
        return sessionId == null
                || Optional.of(sessionId)
                        .flatMap(sessions::find)
                        .filter(SellingSession::runs)
                        .isPresent();
    }
}
