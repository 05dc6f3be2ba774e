package dev.vetrina.gateway.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PulsePaceTest {

    private final PulsePace pace = new PulsePace();

    @Test
    void whatTakesLongIsToldLessOftenUpToABound() {
        List<Long> intervals = new ArrayList<>();
        for (int pulse = 0; pulse < 5; pulse++) {
            pace.told(3_000, 100, 0);
            intervals.add(pace.intervalMillis());
        }

        assertThat(intervals).containsExactly(500L, 1_000L, 2_000L, 2_000L, 2_000L);
        assertThat(pace.isUsual()).isFalse();
    }

    @Test
    void onceItIsQuickForAWhileItIsToldMoreOftenAgain() {
        for (int pulse = 0; pulse < 3; pulse++) {
            pace.told(3_000, 100, 0);
        }
        List<Long> intervals = new ArrayList<>();
        for (int pulse = 0; pulse < 4 * PulsePace.QUICK_ONES; pulse++) {
            pace.told(5, 100, 0);
            intervals.add(pace.intervalMillis());
        }

        assertThat(intervals.stream().distinct()).containsExactly(2_000L, 1_000L, 500L, 250L);
        assertThat(pace.isUsual()).isTrue();
    }

    @Test
    void oneSlowPulseBetweenQuickOnesKeepsTheDistance() {
        pace.told(200, 100, 0);
        for (int pulse = 0; pulse < 10; pulse++) {
            for (int quick = 1; quick < PulsePace.QUICK_ONES; quick++) {
                pace.told(5, 100, 0);
            }
            pace.told(100, 100, 0);
        }

        assertThat(pace.intervalMillis()).isEqualTo(500);
    }

    @Test
    void aHandfulOfSlowReadersChangesNothingForTheOthers() {
        pace.told(5, 100, 50);

        assertThat(pace.isUsual()).isTrue();
    }

    @Test
    void connectionsThatAreFullAreASignToo() {
        pace.told(5, 100, 51);

        assertThat(pace.intervalMillis()).isEqualTo(500);
    }

    @Test
    void whereNobodyIsNothingIsSlow() {
        pace.told(0, 0, 0);

        assertThat(pace.isUsual()).isTrue();
    }
}
