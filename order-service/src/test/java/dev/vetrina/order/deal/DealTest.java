package dev.vetrina.order.deal;

import static dev.vetrina.order.deal.SampleDeal.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vetrina.events.DealEvent.DealArmed;
import dev.vetrina.events.DealEvent.DealOpened;
import dev.vetrina.events.DealEvent.DealReopened;
import dev.vetrina.events.DealEvent.DealSoldOut;
import dev.vetrina.kit.id.Ids;
import dev.vetrina.order.commit.CommitInMemory;
import dev.vetrina.order.stock.StockInMemory;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DealTest {

    private final Deal deal = SampleDeal.armed();

    @Test
    void itOpensWhenItsCountdownHasEndedAndOnlyOnce() {
        assertThat(deal.open(NOON.minusMillis(1))).isEmpty();
        assertThat(deal.open(NOON)).containsInstanceOf(DealOpened.class);
        assertThat(deal.open(NOON)).isEmpty();
        assertThat(deal.version()).isEqualTo(2);
    }

    @Test
    void itSellsFromItsOpeningToTheEndOfTheGraceInItsMarkets() {
        assertThat(deal.sells("GB", NOON.minusMillis(1))).isFalse();
        assertThat(deal.sells("GB", NOON)).isTrue();
        assertThat(deal.sells("DE", NOON)).isFalse();
        assertThat(deal.sells("GB", NOON.plusSeconds(303))).isTrue();
        assertThat(deal.sells("GB", NOON.plusMillis(303_001))).isFalse();
    }

    @Test
    void aPauseLetsOnlyThoseBuyWhoseRequestCameBeforeIt() {
        deal.open(NOON);
        deal.pause(NOON.plusSeconds(100), 2);

        assertThat(deal.sells("GB", NOON.plusSeconds(99))).isTrue();
        assertThat(deal.sells("GB", NOON.plusSeconds(100))).isFalse();
    }

    @Test
    void aResumeGivesItTheTimeThatRemained() {
        deal.open(NOON);
        assertThat(deal.pause(NOON.plusSeconds(100), 2)).containsInstanceOf(DealArmed.class);
        assertThat(deal.pause(NOON.plusSeconds(200), 3)).isEmpty();

        DealArmed resumed = (DealArmed) deal.resume(NOON.plusSeconds(1_100), 4).orElseThrow();

        assertThat(resumed.closesAt()).isEqualTo(NOON.plusSeconds(1_300));
        assertThat(resumed.pausedAt()).isNull();
        assertThat(deal.resume(NOON.plusSeconds(1_200), 5)).isEmpty();
    }

    @Test
    void aPausedDealNeitherOpensNorEnds() {
        deal.pause(NOON.minusSeconds(10), 2);

        assertThat(deal.open(NOON.plusSeconds(1))).isEmpty();
        assertThat(deal.hours().over(NOON.plusSeconds(10_000), Duration.ZERO)).isFalse();
    }

    @Test
    void onePausedAfterItsEndIsOver() {
        assertThat(deal.pause(NOON.plusSeconds(300), 2)).isEmpty();
        assertThat(deal.hours().over(NOON.plusSeconds(303), Duration.ZERO)).isTrue();
    }

    @Test
    void aPauseAndAResumeThatAreTakenTwiceMoveItsTimesOnce() {
        for (int taken = 1; taken <= 2; taken++) {
            deal.pause(NOON.plusSeconds(100), 2);
            deal.resume(NOON.plusSeconds(1_100), 3);
        }

        assertThat(deal.hours()).isEqualTo(new DealHours(NOON.plusSeconds(1_000), NOON.plusSeconds(1_300), null));
        assertThat(deal.version()).isEqualTo(3);
    }

    @Test
    void aPauseThatWasOverBeforeItWasArmedDoesNotConcernIt() {
        assertThat(deal.pause(NOON.plusSeconds(100), 1)).isEmpty();
    }

    @Test
    void itIsClosedOnlyWhenWhoeverCameInTheGraceHasBeenDecided() {
        Duration decision = Duration.ofSeconds(6);
        CommitInMemory commit = new CommitInMemory(NOON.plusSeconds(303));
        StockInMemory _ = new StockInMemory(commit, SampleDeal.VARIANT, SampleDeal.BRAND, 10);
        commit.put(DealRows.DEALS, deal.id(), deal);
        ChangeDeal close = new ChangeDeal(deal.id(), new DealStep.TimeOver(decision));

        commit.advance(decision.minusMillis(1));
        assertThat(commit.take(close)).isFalse();
        assertThat(deal.sells("GB", NOON.plusMillis(302_500))).isTrue();

        commit.advance(Duration.ofMillis(1));
        assertThat(commit.take(close)).isTrue();
        assertThat(deal.sells("GB", NOON.plusMillis(302_500))).isFalse();
    }

    @Test
    void everyChangeRaisesTheVersionOnce() {
        deal.open(NOON);
        assertThat(deal.noticeAvailable(0, NOON)).containsInstanceOf(DealSoldOut.class);
        assertThat(deal.noticeAvailable(0, NOON)).isEmpty();
        assertThat(deal.noticeAvailable(2, NOON)).containsInstanceOf(DealReopened.class);

        assertThat(deal.version()).isEqualTo(4);
    }

    @ParameterizedTest
    @EnumSource(DealStatus.class)
    void nothingFollowsTheEndNorARejection(DealStatus next) {
        assertThat(DealStatus.CLOSED.canBecome(next)).isFalse();
        assertThat(DealStatus.REJECTED.canBecome(next)).isFalse();
    }

    @Test
    void oneThatWasNeverArmedHasNoTerms() {
        Deal tombstone = Deal.neverArmed(Ids.next(), SampleDeal.SHOW, DealStatus.WITHDRAWN, "WITHDRAWN", "taken back");

        assertThat(tombstone.wasArmed()).isFalse();
        assertThatThrownBy(tombstone::terms).isInstanceOf(IllegalStateException.class);
        assertThat(tombstone.sells("GB", NOON)).isFalse();
    }
}
