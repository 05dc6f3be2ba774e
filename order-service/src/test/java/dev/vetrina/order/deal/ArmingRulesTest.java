package dev.vetrina.order.deal;

import static dev.vetrina.order.deal.SampleDeal.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vetrina.events.DealEvent.AllowedDeal;
import dev.vetrina.events.DealEvent.DealRejection;
import dev.vetrina.events.LiveEvent.SessionStatus;
import dev.vetrina.events.Money;
import dev.vetrina.kit.id.Ids;
import dev.vetrina.order.offer.Offer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ArmingRulesTest {

    private final DealProposal sound = SampleDeal.sound();

    @Test
    void aSoundProposalBreaksNoRule() {
        assertThat(ArmingRules.broken(sound)).isEmpty();
        assertThat(ArmingRules.inTime(sound, NOON.plusSeconds(10))).isEmpty();
    }

    @Test
    void itIsTooLateOnlyAfterArmBy() {
        assertThat(ArmingRules.inTime(sound, NOON.plusMillis(10_001)))
                .map(Refusal::reason)
                .contains(DealRejection.TOO_LATE);
    }

    @ParameterizedTest
    @EnumSource(
            value = SessionStatus.class,
            names = {"DRAFT", "SCHEDULED", "ENDED", "CANCELLED"})
    void onlyARunningShowMakesDeals(SessionStatus status) {
        broken(in(new DealSession(1, status, List.of("GB"), NOON)), DealRejection.SESSION_NOT_SELLING);
    }

    @Test
    void aPausedShowMakesDealsWhoseClockStandsStillFromTheRequestOn() {
        DealProposal paused = in(new DealSession(1, SessionStatus.PAUSED, List.of("GB"), NOON.minusSeconds(600)));

        assertThat(ArmingRules.broken(paused)).isEmpty();
        assertThat(paused.hours().pausedAt()).isEqualTo(NOON);
    }

    @Test
    void aShowMakesDealsOnlyForItsMarkets() {
        broken(in(new DealSession(1, SessionStatus.LIVE, List.of("DE"), NOON)), DealRejection.SESSION_NOT_SELLING);
    }

    @Test
    void anUnknownVariantIsNotArmed() {
        broken(with(null, Map.of(), Map.of(), Set.of("GB")), DealRejection.UNKNOWN_VARIANT);
    }

    @Test
    void aClosedMarketHasNoDeals() {
        broken(
                with(sound.offer(), sound.listPrices(), sound.lowestPrices(), Set.of("DE")),
                DealRejection.MARKET_CLOSED);
    }

    @Test
    void whatIsOffSaleOrHasNoPriceThereIsNotForSale() {
        Offer off = new Offer(SampleDeal.VARIANT, Ids.next(), SampleDeal.BRAND, "Mug", false, List.of());

        broken(with(off, sound.listPrices(), sound.lowestPrices(), Set.of("GB")), DealRejection.NOT_FOR_SALE);
        broken(with(sound.offer(), Map.of(), Map.of(), Set.of("GB")), DealRejection.NOT_FOR_SALE);
        broken(
                with(sound.offer(), Map.of("GB", new Money(2_000, "EUR")), sound.lowestPrices(), Set.of("GB")),
                DealRejection.NOT_FOR_SALE);
    }

    @Test
    void thePriceMustBeBelowTheLowestOfTheLastThirtyDays() {
        broken(
                with(sound.offer(), sound.listPrices(), Map.of("GB", SampleDeal.pence(1_500)), Set.of("GB")),
                DealRejection.NOT_A_REDUCTION);
        assertThat(ArmingRules.broken(
                        with(sound.offer(), sound.listPrices(), Map.of("GB", SampleDeal.pence(1_500)), Set.of("GB"))))
                .map(Refusal::allowed)
                .contains(new AllowedDeal("GB", null, SampleDeal.pence(1_499), null));
        assertThat(ArmingRules.broken(
                        with(sound.offer(), sound.listPrices(), Map.of("GB", SampleDeal.pence(1_501)), Set.of("GB"))))
                .isEmpty();
    }

    private static void broken(DealProposal proposal, DealRejection expected) {
        assertThat(ArmingRules.broken(proposal)).map(Refusal::reason).contains(expected);
    }

    private DealProposal in(DealSession session) {
        return new DealProposal(
                sound.request(),
                sound.offer(),
                sound.listPrices(),
                sound.lowestPrices(),
                sound.openMarkets(),
                Optional.of(session));
    }

    private DealProposal with(
            @Nullable Offer offer, Map<String, Money> list, Map<String, Money> lowest, Set<String> open) {
        return new DealProposal(sound.request(), offer, list, lowest, open, sound.session());
    }
}
