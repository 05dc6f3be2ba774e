package dev.vetrina.live.giveaway;

import java.util.Map;
import java.util.Set;

/** The state of a giveaway and what may follow it. */
enum GiveawayStatus {
    /** Its commitment is public; nobody can enter yet. */
    ANNOUNCED,
    OPEN,
    /** The entries are frozen. From here on nobody can stop the draw. */
    CLOSED,
    DRAWN,
    CANCELLED;

    private static final Map<GiveawayStatus, Set<GiveawayStatus>> NEXT = Map.of(
            ANNOUNCED, Set.of(OPEN, CANCELLED),
            OPEN, Set.of(CLOSED, CANCELLED),
            CLOSED, Set.of(DRAWN),
            DRAWN, Set.of(),
            CANCELLED, Set.of());

    boolean canBecome(GiveawayStatus next) {
        return NEXT.getOrDefault(this, Set.of()).contains(next);
    }
}
