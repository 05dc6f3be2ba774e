package dev.vetrina.order;

import dev.vetrina.events.LiveEvent.SessionChanged;
import dev.vetrina.events.LiveEvent.SessionStatus;
import dev.vetrina.kit.id.Ids;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Live shows, as live-session-service would announce them. */
public final class Shows {

    private static final UUID CREATOR = Ids.next();
    private static final Instant LONG_AGO = Instant.parse("2026-01-01T00:00:00Z");

    private Shows() {}

    /** A show that sells in GB; an order in it may have to wait until this service has heard of it. */
    public static UUID live() {
        return live(List.of("GB"));
    }

    /** The same in several markets. */
    public static UUID live(List<String> markets) {
        UUID id = Ids.next();
        announce(id, markets, 1, SessionStatus.LIVE, LONG_AGO);
        return id;
    }

    public static void pause(UUID show, Instant at) {
        announce(show, 2, SessionStatus.PAUSED, at);
    }

    public static void resume(UUID show, Instant at) {
        announce(show, 3, SessionStatus.LIVE, at);
    }

    public static void end(UUID show, Instant at) {
        announce(show, 4, SessionStatus.ENDED, at);
    }

    private static void announce(UUID show, long sequence, SessionStatus status, Instant at) {
        announce(show, List.of("GB"), sequence, status, at);
    }

    private static void announce(UUID show, List<String> markets, long sequence, SessionStatus status, Instant at) {
        Catalogue.publish(new SessionChanged(show, sequence, CREATOR, "Friday night", markets, status, LONG_AGO, at));
    }
}
