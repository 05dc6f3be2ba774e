package dev.vetrina.live.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vetrina.live.session.SessionStatus;
import dev.vetrina.live.session.Sessions.Standing;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReportStatusTest {

    private static final Instant END = Instant.parse("2026-03-01T21:00:00Z");
    private static final Duration SETTLE = Duration.ofSeconds(60);
    private static final OrderTally ALL_DONE = new OrderTally(5, 3, 4, 1, 1, 7);
    private static final OrderTally ONE_OPEN = new OrderTally(5, 3, 4, 1, 0, 7);

    @Test
    void figuresOfALiveSessionAreNotEnded() {
        assertThat(status(SessionStatus.LIVE, null, ALL_DONE, END)).isEqualTo(ReportStatus.NOT_ENDED);
    }

    @Test
    void figuresSettleForAWhileAfterTheEnd() {
        assertThat(status(SessionStatus.ENDED, END, ALL_DONE, END.plusSeconds(59)))
                .isEqualTo(ReportStatus.PENDING);
        assertThat(status(SessionStatus.ENDED, END, ALL_DONE, END.plusSeconds(60)))
                .isEqualTo(ReportStatus.FINAL);
    }

    @Test
    void figuresArePendingWhileAnOrderCanStillBePaid() {
        assertThat(status(SessionStatus.ENDED, END, ONE_OPEN, END.plusSeconds(3600)))
                .isEqualTo(ReportStatus.PENDING);
    }

    @Test
    void aCancelledSessionBringsNothingMore() {
        assertThat(status(SessionStatus.CANCELLED, null, OrderTally.NONE, END)).isEqualTo(ReportStatus.FINAL);
    }

    private static ReportStatus status(
            SessionStatus session, @Nullable Instant endedAt, OrderTally orders, Instant now) {
        return ReportStatus.of(new Standing(session, endedAt, true), orders, SETTLE, now);
    }
}
