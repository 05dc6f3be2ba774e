package dev.vetrina.localstack.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vetrina.localstack.bench.Side.Turn;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TimetableTest {

    @Test
    void theSidesTakeTurns() {
        assertThat(Side.inTurns(2))
                .containsExactly(
                        new Turn(Side.DIRECT, 1),
                        new Turn(Side.GATEWAY, 1),
                        new Turn(Side.DIRECT, 2),
                        new Turn(Side.GATEWAY, 2));
    }

    @Test
    void allRoundsTogetherTakeTheTimeThatWasGiven() {
        assertThat(Timetable.of(Duration.ofSeconds(50)).total())
                .isBetween(Duration.ofMillis(49_999), Duration.ofMillis(50_001));
    }

    @Test
    void everyKindOfRoundGetsItsShare() {
        Timetable timetable = Timetable.of(Duration.ofSeconds(60));

        assertThat(timetable.warmUp()).isEqualTo(Duration.ofMillis(7_500));
        assertThat(timetable.closedRound()).isEqualTo(Duration.ofMillis(4_500));
        assertThat(timetable.openRound()).isEqualTo(Duration.ofMillis(4_500));
    }
}
