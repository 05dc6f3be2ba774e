package dev.vetrina.localstack.stack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CpuClockTest {

    @Test
    void theStolenShareIsThatOfTheTimeBetween() {
        CpuClock before = CpuClock.parse("cpu  100 0 100 800 0 0 0 50 0 0");
        CpuClock after = CpuClock.parse("cpu  150 0 125 850 0 0 0 75 0 0");

        assertThat(after.stolenSince(before)).hasValue(25.0 / 150);
    }

    @Test
    void guestsAreNotCountedTwice() {
        assertThat(CpuClock.parse("cpu 10 0 0 0 0 0 0 0 10 0").all()).isEqualTo(10);
    }

    @Test
    void nothingIsToldOfNoTime() {
        CpuClock now = CpuClock.parse("cpu 1 1 1 1 1 1 1 1 0 0");

        assertThat(now.stolenSince(now)).isEmpty();
    }
}
