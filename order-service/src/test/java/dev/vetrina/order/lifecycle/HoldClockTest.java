package dev.vetrina.order.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vetrina.order.session.SessionPause;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class HoldClockTest {

    private static final Instant PLACED = Instant.parse("2026-06-01T12:00:00Z");
    private static final Instant RESERVED = PLACED.plus(Duration.ofMinutes(10));

    @Test
    void withoutAPauseTheHoldEndsWhenItWasPromised() {
        assertThat(end()).isEqualTo(RESERVED);
    }

    @Test
    void aHoldOfARunningPauseIsKeptForThirtyMinutesAtMost() {
        assertThat(end(new SessionPause(minute(5), null))).isEqualTo(minute(30));
    }

    @Test
    void aHoldOutlivesTheResumeByTwoMinutes() {
        assertThat(end(new SessionPause(minute(5), minute(15)))).isEqualTo(minute(17));
    }

    @Test
    void aPauseThatLeavesTwoMinutesChangesNothing() {
        assertThat(end(new SessionPause(minute(5), minute(7)))).isEqualTo(RESERVED);
    }

    @Test
    void aLatePauseOfAProlongedHoldProlongsItAgain() {
        assertThat(end(new SessionPause(minute(5), minute(15)), new SessionPause(minute(16), minute(20))))
                .isEqualTo(minute(22));
    }

    @Test
    void whatAllPausesTogetherKeepIsGivenUpAfterThirtyMinutes() {
        assertThat(end(new SessionPause(minute(5), minute(29)))).isEqualTo(minute(30));
    }

    @Test
    void pausesBeforeTheOrderAndAfterItsHoldDoNotConcernIt() {
        assertThat(end(new SessionPause(minute(-9), minute(-1)), new SessionPause(minute(11), null)))
                .isEqualTo(RESERVED);
    }

    private static Instant minute(int minute) {
        return PLACED.plus(Duration.ofMinutes(minute));
    }

    private static Instant end(SessionPause... pauses) {
        return HoldClock.end(PLACED, RESERVED, List.of(pauses));
    }
}
