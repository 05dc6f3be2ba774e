package dev.vetrina.order.lifecycle;

import static dev.vetrina.order.session.SessionPauses.SESSION_PAUSES;

import dev.vetrina.order.commit.Batch;
import dev.vetrina.order.commit.Needs;
import dev.vetrina.order.session.SellingSession;
import dev.vetrina.order.session.SellingSessions;
import dev.vetrina.order.session.SessionPause;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * When holds end. One that is unpaid while its show is paused outlives the resume by {@link #AFTER_RESUME}, and is never kept
 * longer than {@link #LONGEST} after it was placed. Computed from the show's pauses: no order is rewritten.
 */
@ApplicationScoped
public class HoldClock {

    static final Duration AFTER_RESUME = Duration.ofMinutes(2);
    static final Duration LONGEST = Duration.ofMinutes(30);

    private final SellingSessions sessions;

    HoldClock(SellingSessions sessions) {
        this.sessions = sessions;
    }

    /** The end of an unpaid order's hold as far as it is known now: a pause may still move it. */
    public Instant endOf(Order order) {
        List<SessionPause> pauses = Optional.ofNullable(order.origin().sessionId())
                .flatMap(sessions::find)
                .map(SellingSession::pauses)
                .orElse(List.of());
        return end(order.placedAt(), order.reservedUntil(), pauses);
    }

    /** Asks for what {@link #over} has to know. */
    public static void need(Needs needs, Order order) {
        UUID sessionId = order.origin().sessionId();
        if (sessionId != null) {
            needs.add(SESSION_PAUSES, sessionId);
        }
    }

    /** Whether an order is unpaid, and its hold has ended by the pauses that are known to the batch. */
    public static boolean over(Batch batch, Order order) {
        List<SessionPause> pauses = Optional.ofNullable(order.origin().sessionId())
                .flatMap(sessionId -> batch.find(SESSION_PAUSES, sessionId))
                .orElse(List.of());
        return order.due(batch.now()) && !batch.now().isBefore(end(order.placedAt(), order.reservedUntil(), pauses));
    }

    /** @param pauses oldest first */
    static Instant end(Instant placedAt, Instant reservedUntil, List<SessionPause> pauses) {
        Instant latest = placedAt.plus(LONGEST);
        Instant end = reservedUntil;
        for (SessionPause pause : pauses) {
            Instant resumedAt = pause.resumedAt();
            boolean heldThen = pause.pausedAt().isBefore(end) && (resumedAt == null || resumedAt.isAfter(placedAt));
            if (heldThen) {
                Instant kept = resumedAt == null ? latest : resumedAt.plus(AFTER_RESUME);
                end = kept.isAfter(end) ? kept : end;
            }
        }
        // A market's own hold may be longer than that anyway; a pause does not shorten it.
        Instant last = latest.isAfter(reservedUntil) ? latest : reservedUntil;
        return end.isBefore(last) ? end : last;
    }
}
