package dev.vetrina.gateway.presence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WindowTest {

    @Test
    void windowsAreFullSeconds() {
        assertThat(Presence.windowAfter(0, 7_400)).isEqualTo(7_000);
        assertThat(Presence.windowAfter(7_000, 8_001)).isEqualTo(8_000);
    }

    @Test
    void aTimerThatFiredEarlyDoesNotCloseItsWindowTwice() {
        assertThat(Presence.windowAfter(7_000, 7_999)).isEqualTo(8_000);
    }

    @Test
    void aClockThatIsSetBackIsFollowed() {
        assertThat(Presence.windowAfter(9_000_000, 7_400)).isEqualTo(7_000);
    }
}
