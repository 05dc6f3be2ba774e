package dev.vetrina.live.feed;

import dev.vetrina.kit.id.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * Passes to the picture of a session. A player of HLS shows one with every part that it asks for, for as long as it plays, and
 * cannot be given another meanwhile: so a pass lives longer than a ticket, and opens nothing but the picture. It says nothing
 * of who has it.
 */
@ApplicationScoped
public class PlaybackPasses {

    private static final String PURPOSE = "playback";

    private final Seals seals;
    private final FeedConfig config;
    private final Clock clock;

    PlaybackPasses(Seals seals, FeedConfig config, Clock clock) {
        this.seals = seals;
        this.config = config;
        this.clock = clock;
    }

    PlaybackPassView issue(UUID sessionId) {
        Instant expiresAt =
                clock.instant().truncatedTo(ChronoUnit.SECONDS).plus(config.playbackPassMinutes(), ChronoUnit.MINUTES);
        String bearer = seals.pseudonym(PURPOSE, sessionId, Ids.next().toString());
        return new PlaybackPassView(seals.sealed(PURPOSE, sessionId, bearer, expiresAt), expiresAt);
    }

    /** Whether it is a valid pass to this session's picture. */
    public boolean opens(UUID sessionId, String pass) {
        return seals.holder(PURPOSE, sessionId, pass).isPresent();
    }
}
