package dev.vetrina.order.coupon;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vetrina.events.Money;
import dev.vetrina.order.basket.BasketItem;
import dev.vetrina.order.basket.Reduction;
import dev.vetrina.order.basket.TaxRate;
import dev.vetrina.order.lifecycle.LineDiscount.Payer;
import dev.vetrina.order.terms.Stacking;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CouponRuleTest {

    private static final Instant BEGINS = Instant.parse("2026-03-01T00:00:00Z");
    private static final Instant ENDS = Instant.parse("2026-04-01T00:00:00Z");
    private static final Instant WITHIN = Instant.parse("2026-03-15T00:00:00Z");
    private static final UUID ACME = new UUID(0, 1);
    private static final UUID ZENITH = new UUID(0, 2);
    private static final UUID MUG = new UUID(0, 3);
    private static final UUID PLATE = new UUID(0, 4);
    private static final UUID SHOW = new UUID(0, 5);
    private static final UUID DEAL = new UUID(0, 6);
    private static final Stacking ONE = new Stacking(1, false);

    @Test
    void aCouponThatFitsBreaksNoRule() {
        assertThat(CouponRule.firstBroken(campaign(), use(line(MUG, 1_000)))).isEmpty();
    }

    @Test
    void anOrderTakesNoMoreCouponsThanTheTermsAllow() {
        assertThat(broken(campaign(), new CouponUse("GB", List.of(line(MUG, 1_000)), ONE, 1, true, WITHIN)))
                .isEqualTo(CouponRule.TOO_MANY);
        assertThat(broken(
                        campaign(),
                        new CouponUse("GB", List.of(line(MUG, 1_000)), new Stacking(0, true), 0, true, WITHIN)))
                .isEqualTo(CouponRule.TOO_MANY);
    }

    @Test
    void aCouponOfAnotherMarketIsRefused() {
        assertThat(broken(campaign(), new CouponUse("DE", List.of(line(MUG, 1_000)), ONE, 0, true, WITHIN)))
                .isEqualTo(CouponRule.OTHER_MARKET);
    }

    @Test
    void aCouponIsValidFromItsBeginningUntilJustBeforeItsEnd() {
        assertThat(broken(campaign(), at(BEGINS.minusNanos(1)))).isEqualTo(CouponRule.NOT_BEGUN);
        assertThat(broken(campaign(), at(BEGINS))).isNull();
        assertThat(broken(campaign(), at(ENDS.minusNanos(1)))).isNull();
        assertThat(broken(campaign(), at(ENDS))).isEqualTo(CouponRule.ENDED);
    }

    @Test
    void aCouponThatWasEndedBeforeItsTimeIsRefused() {
        assertThat(broken(campaign(null, Set.of(), null, null, true), use(line(MUG, 1_000))))
                .isEqualTo(CouponRule.ENDED);
    }

    @Test
    void aCouponOfAShowIsValidOnlyWhileTheShowRuns() {
        CouponCampaign ofShow = campaign(null, Set.of(), null, SHOW, false);
        CouponLine inShow = line(ACME, MUG, 1_000, null, SHOW);

        assertThat(broken(ofShow, new CouponUse("GB", List.of(inShow), ONE, 0, false, WITHIN)))
                .isEqualTo(CouponRule.SHOW_NOT_RUNNING);
        assertThat(broken(ofShow, use(inShow))).isNull();
        assertThat(broken(ofShow, use(line(MUG, 1_000)))).isEqualTo(CouponRule.NOTHING_ELIGIBLE);
    }

    @Test
    void aCouponForOtherBrandsOrProductsIsRefused() {
        assertThat(broken(campaign(ZENITH, Set.of(), null, null, false), use(line(MUG, 1_000))))
                .isEqualTo(CouponRule.NOTHING_ELIGIBLE);
        assertThat(broken(campaign(ACME, Set.of(PLATE), null, null, false), use(line(MUG, 1_000))))
                .isEqualTo(CouponRule.NOTHING_ELIGIBLE);
    }

    @Test
    void whetherACouponComesOnTopOfADealTheTermsSay() {
        CouponLine deal = line(ACME, MUG, 1_000, DEAL, SHOW);

        assertThat(broken(campaign(), use(deal))).isEqualTo(CouponRule.NOT_ON_DEAL_LINES);
        assertThat(broken(campaign(), new CouponUse("GB", List.of(deal), new Stacking(1, true), 0, true, WITHIN)))
                .isNull();
        assertThat(broken(campaign(), use(deal, line(PLATE, 1_000)))).isNull();
    }

    @Test
    void theLinesToWhichItAppliesMustReachItsMinimumTogether() {
        CouponCampaign from2000 = campaign(ACME, Set.of(), new Money(2_000, "GBP"), null, false);

        assertThat(broken(from2000, use(line(MUG, 1_999)))).isEqualTo(CouponRule.MINIMUM_BASKET);
        assertThat(broken(from2000, use(line(MUG, 1_999), line(PLATE, 1)))).isNull();
        assertThat(broken(from2000, use(line(MUG, 1_999), line(ZENITH, PLATE, 5_000, null, null))))
                .isEqualTo(CouponRule.MINIMUM_BASKET);
        assertThat(broken(from2000, use(line(MUG, Long.MAX_VALUE), line(PLATE, Long.MAX_VALUE))))
                .isNull();
    }

    @Test
    void somethingIsTakenOffTheLinesToWhichItAppliesOnly() {
        List<CouponLine> lines =
                List.of(line(ACME, MUG, 1_000, DEAL, SHOW), line(MUG, 1_000), line(ZENITH, PLATE, 1_000, null, null));

        assertThat(campaign(ACME, Set.of(), null, null, false).on(lines, false).items())
                .containsExactly(1);
        assertThat(campaign(ACME, Set.of(), null, null, false).on(lines, true).items())
                .containsExactlyInAnyOrder(0, 1);
    }

    private static @Nullable CouponRule broken(CouponCampaign campaign, CouponUse use) {
        return CouponRule.firstBroken(campaign, use).orElse(null);
    }

    private static CouponUse at(Instant at) {
        return new CouponUse("GB", List.of(line(MUG, 1_000)), ONE, 0, true, at);
    }

    private static CouponUse use(CouponLine... lines) {
        return new CouponUse("GB", List.of(lines), ONE, 0, true, WITHIN);
    }

    private static CouponLine line(UUID productId, long pence) {
        return line(ACME, productId, pence, null, null);
    }

    private static CouponLine line(
            UUID brandId, UUID productId, long pence, @Nullable UUID dealId, @Nullable UUID sessionId) {
        Money price = new Money(pence, "GBP");
        BasketItem item = new BasketItem(new UUID(1, 1), productId, brandId, 1, price, price, dealId, TaxRate.NONE);
        return new CouponLine(item, sessionId);
    }

    private static CouponCampaign campaign() {
        return campaign(null, Set.of(), null, null, false);
    }

    private static CouponCampaign campaign(
            @Nullable UUID brandId,
            Set<UUID> productIds,
            @Nullable Money minimum,
            @Nullable UUID sessionId,
            boolean ended) {
        return new CouponCampaign(
                new UUID(2, 1),
                "SPRING10",
                "GB",
                new Reduction.Percentage(BigDecimal.TEN, null),
                Payer.PLATFORM,
                brandId,
                productIds,
                minimum,
                sessionId,
                BEGINS,
                ENDS,
                ended);
    }
}
