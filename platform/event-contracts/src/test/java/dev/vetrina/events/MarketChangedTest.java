package dev.vetrina.events;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vetrina.events.CatalogEvent.MarketChanged;
import dev.vetrina.events.CatalogEvent.MarketStage;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class MarketChangedTest {

    @Test
    void everybodySwitchesToTheNewStageAtTheSameInstant() {
        MarketChanged change = GoldenEvents.event(MarketChanged.class);

        assertThat(change.stageAt(change.effectiveAt().minusNanos(1))).isEqualTo(MarketStage.PLANNED);
        assertThat(change.stageAt(change.effectiveAt())).isEqualTo(MarketStage.PILOT);
    }

    @Test
    void goodsAreSoldInAPilotAndAfterTheLaunch() {
        assertThat(Arrays.stream(MarketStage.values()).filter(MarketStage::open))
                .containsExactly(MarketStage.PILOT, MarketStage.LAUNCHED);
    }
}
