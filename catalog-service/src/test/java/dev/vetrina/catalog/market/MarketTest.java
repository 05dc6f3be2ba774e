package dev.vetrina.catalog.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vetrina.events.CatalogEvent.TaxTreatment;
import dev.vetrina.kit.problem.ProblemException;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class MarketTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final Market market = Market.planned("FR", "EUR", TaxTreatment.INCLUSIVE, List.of("fr"), NOW);

    @Test
    void aChangeTakesEffectTwoSecondsLaterUnlessAnotherTimeIsNamed() {
        assertThat(market.changeStage(Stage.PILOT, null, NOW)).isTrue();

        assertThat(market.stageAt(NOW.plusMillis(1_999))).isEqualTo(Stage.PLANNED);
        assertThat(market.stageAt(NOW.plusSeconds(2))).isEqualTo(Stage.PILOT);
    }

    @Test
    void aChangeCanBeAnnouncedForLater() {
        market.changeStage(Stage.PILOT, NOW.plusSeconds(3600), NOW);

        assertThat(market.stageAt(NOW.plusSeconds(3599))).isEqualTo(Stage.PLANNED);
        assertThat(market.view(NOW).announcedStage()).isEqualTo(Stage.PILOT);
    }

    @Test
    void aNoticeOfLessThanTwoSecondsIsRefused() {
        assertRefused(() -> market.changeStage(Stage.PILOT, NOW.plusMillis(1_999), NOW), "invalid-input");
        assertThat(market.stageAt(NOW.plusSeconds(60))).isEqualTo(Stage.PLANNED);
    }

    @Test
    void askingForWhatIsSoOrAnnouncedSoChangesNothing() {
        assertThat(market.changeStage(Stage.PLANNED, null, NOW)).isFalse();
        market.changeStage(Stage.PILOT, null, NOW);
        assertThat(market.changeStage(Stage.PILOT, null, NOW)).isFalse();
    }

    @Test
    void anAnnouncedChangeCanBeMovedOrCalledOff() {
        market.changeStage(Stage.PILOT, NOW.plusSeconds(3600), NOW);

        assertThat(market.changeStage(Stage.PILOT, NOW.plusSeconds(7200), NOW)).isTrue();
        assertThat(market.stageAt(NOW.plusSeconds(3600))).isEqualTo(Stage.PLANNED);

        assertThat(market.changeStage(Stage.PLANNED, null, NOW)).isTrue();
        assertThat(market.stageAt(NOW.plusSeconds(9000))).isEqualTo(Stage.PLANNED);
    }

    @Test
    void whatTakesEffectAtAnyMomentCannotBeChangedAnyMore() {
        market.changeStage(Stage.PILOT, null, NOW);

        assertRefused(() -> market.changeStage(Stage.PLANNED, null, NOW.plusMillis(1)), "stage-change-imminent");
    }

    @Test
    void anIllegalChangeIsRefused() {
        assertRefused(() -> market.changeStage(Stage.LAUNCHED, null, NOW), "illegal-stage-change");
    }

    private static void assertRefused(ThrowingCallable change, String code) {
        assertThatThrownBy(change)
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}
