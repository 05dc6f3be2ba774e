package dev.vetrina.live.session;

import java.util.Map;
import java.util.Set;

/** The state of a session and what may follow it. */
public enum SessionStatus {
    /** Seen by nobody but its host and operators. */
    DRAFT,
    /** Announced; may be announced anew for another time. */
    SCHEDULED,
    LIVE,
    /** Interrupted: viewers stay, and the clocks of its deals stand still. */
    PAUSED,
    ENDED,
    CANCELLED;

    private static final Map<SessionStatus, Set<SessionStatus>> NEXT = Map.of(
            DRAFT, Set.of(SCHEDULED, CANCELLED),
            SCHEDULED, Set.of(SCHEDULED, LIVE, CANCELLED),
            LIVE, Set.of(PAUSED, ENDED),
            PAUSED, Set.of(LIVE, ENDED),
            ENDED, Set.of(),
            CANCELLED, Set.of());

    /** What nothing follows. */
    static final Set<SessionStatus> OVER = Set.of(ENDED, CANCELLED);

    public boolean canBecome(SessionStatus next) {
        return NEXT.getOrDefault(this, Set.of()).contains(next);
    }

    /** Whether title, markets and announced start can still be changed. */
    boolean editable() {
        return this == DRAFT || this == SCHEDULED;
    }

    /** Whether viewers are shown products now, in a pause too. */
    public boolean onAir() {
        return this == LIVE || this == PAUSED;
    }

    /** Whether the lineup can still be changed. */
    boolean open() {
        return editable() || onAir();
    }
}
