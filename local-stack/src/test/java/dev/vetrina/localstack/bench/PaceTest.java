package dev.vetrina.localstack.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTest {

    @Test
    void inARushEverybodyIsDueUntilAllHavePressed() {
        Pace pace = Pace.rush(2, Duration.ofSeconds(1));
        assertThat(pace.due(500)).isEqualTo(500);
        pace.begin();
        assertThat(pace.hasMore(500)).isTrue();
        pace.begin();
        assertThat(pace.hasMore(500)).isFalse();
    }

    @Test
    void aRushEndsWithItsTime() {
        Pace pace = Pace.rush(Long.MAX_VALUE, Duration.ofSeconds(1));
        assertThat(pace.hasMore(Duration.ofMillis(999).toNanos())).isTrue();
        assertThat(pace.hasMore(Duration.ofSeconds(1).toNanos())).isFalse();
    }

    @Test
    void atASteadyPaceEachIsDueAtItsTimeHoweverLateTheOthersAre() {
        Pace pace = Pace.steady(100, Duration.ofMillis(30));
        long late = Duration.ofMillis(200).toNanos();
        for (int number = 0; number < 3; number++) {
            assertThat(pace.hasMore(late)).isTrue();
            assertThat(pace.due(late)).isEqualTo(Duration.ofMillis(10L * number).toNanos());
            pace.begin();
        }
        assertThat(pace.hasMore(late)).isFalse();
    }
}
