package dev.vetrina.live.statistics;

import dev.vetrina.live.session.SessionStatus;
import dev.vetrina.live.session.Sessions.Standing;
import java.time.Duration;
import java.time.Instant;

/** How far the figures of a session can be trusted to stay. */
enum ReportStatus {
    /** The session is not over. */
    NOT_ENDED,
    /** It is over, but orders can still be paid or expire, or reports may still be under way. */
    PENDING,
    /** Every order placed has come to its end, or the session was cancelled. */
    FINAL;

    static ReportStatus of(Standing session, OrderTally orders, Duration settleTime, Instant now) {
        if (session.status() == SessionStatus.CANCELLED) {
            return FINAL;
        }
        Instant endedAt = session.endedAt();
        if (endedAt == null) {
            return NOT_ENDED;
        }
        boolean settled = !now.isBefore(endedAt.plus(settleTime));
        return settled && orders.open() <= 0 ? FINAL : PENDING;
    }
}
