package dev.vetrina.catalog.market;

import static dev.vetrina.catalog.market.Stage.LAUNCHED;
import static dev.vetrina.catalog.market.Stage.PAUSED;
import static dev.vetrina.catalog.market.Stage.PILOT;
import static dev.vetrina.catalog.market.Stage.PLANNED;
import static dev.vetrina.catalog.market.Stage.WITHDRAWN;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StageTest {

    private static final Map<Stage, Set<Stage>> LEGAL = Map.of(
            PLANNED, Set.of(PILOT),
            PILOT, Set.of(LAUNCHED, PAUSED),
            LAUNCHED, Set.of(PAUSED),
            PAUSED, Set.of(PILOT, LAUNCHED, WITHDRAWN),
            WITHDRAWN, Set.of());

    @ParameterizedTest
    @EnumSource
    void aStageLeadsToTheNextOnesAndToNoOther(Stage stage) {
        for (Stage other : Stage.values()) {
            assertThat(stage.leadsTo(other))
                    .as("%s to %s", stage, other)
                    .isEqualTo(LEGAL.getOrDefault(stage, Set.of()).contains(other));
        }
    }

    @ParameterizedTest
    @EnumSource
    void goodsAreSoldInPilotAndAfterLaunchOnly(Stage stage) {
        assertThat(stage.open()).isEqualTo(stage == PILOT || stage == LAUNCHED);
    }
}
