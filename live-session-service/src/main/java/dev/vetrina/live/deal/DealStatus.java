package dev.vetrina.live.deal;

import dev.vetrina.events.DealEvent;
import dev.vetrina.events.DealEvent.DealArmed;
import dev.vetrina.events.DealEvent.DealClosed;
import dev.vetrina.events.DealEvent.DealEnd;
import dev.vetrina.events.DealEvent.DealOpened;
import dev.vetrina.events.DealEvent.DealRejected;
import dev.vetrina.events.DealEvent.DealRejection;
import dev.vetrina.events.DealEvent.DealReopened;
import dev.vetrina.events.DealEvent.DealSoldOut;
import java.util.Map;
import java.util.Set;

/** The state of a deal and what may follow it. A later event may come before an earlier one, which is then too late. */
enum DealStatus {
    /** order-service has not answered yet. */
    REQUESTED,
    /** The units are set aside; the countdown runs. */
    ARMED,
    OPEN,
    /** Every unit is held or sold. One that comes back opens it again. */
    SOLD_OUT,
    CLOSED,
    REJECTED,
    /** Taken back by its host, before or after it was armed. */
    WITHDRAWN;

    private static final Map<DealStatus, Set<DealStatus>> NEXT = Map.of(
            REQUESTED, Set.of(ARMED, OPEN, SOLD_OUT, CLOSED, REJECTED, WITHDRAWN),
            ARMED, Set.of(ARMED, OPEN, SOLD_OUT, CLOSED, WITHDRAWN),
            OPEN, Set.of(OPEN, SOLD_OUT, CLOSED, WITHDRAWN),
            SOLD_OUT, Set.of(SOLD_OUT, OPEN, CLOSED, WITHDRAWN),
            CLOSED, Set.of(),
            REJECTED, Set.of(),
            WITHDRAWN, Set.of());

    static final Set<DealStatus> UNFINISHED = Set.of(REQUESTED, ARMED, OPEN, SOLD_OUT);

    boolean canBecome(DealStatus next) {
        return NEXT.getOrDefault(this, Set.of()).contains(next);
    }

    boolean over() {
        return !UNFINISHED.contains(this);
    }

    /** @throws IllegalStateException if nothing like this can follow */
    DealStatus after(DealEvent event) {
        DealStatus next = told(event);
        if (!canBecome(next)) {
            throw new IllegalStateException("a deal that is " + this + " cannot become " + next + ": " + event);
        }
        return next;
    }

    /** Terms told anew, because the show pauses or resumes, leave it as it is. */
    private DealStatus told(DealEvent event) {
        return switch (event) {
            case DealArmed _ -> this == REQUESTED ? ARMED : this;
            case DealOpened _ -> OPEN;
            case DealSoldOut _ -> SOLD_OUT;
            case DealReopened _ -> OPEN;
            case DealClosed closed -> closed.reason() == DealEnd.WITHDRAWN ? WITHDRAWN : CLOSED;
            case DealRejected rejected -> rejected.reason() == DealRejection.WITHDRAWN ? WITHDRAWN : REJECTED;
        };
    }
}
