package dev.vetrina.live.feed;

import dev.vetrina.kit.id.Ids;
import dev.vetrina.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * Tickets for the feed, which a browser's EventSource can send where it cannot send a token. They carry a pseudonym that
 * is the same for one subject in one session and says nothing anywhere else.
 */
@ApplicationScoped
public class FeedTickets {

    private static final String PURPOSE = "ticket";

    private final Seals seals;
    private final FeedConfig config;
    private final Clock clock;

    FeedTickets(Seals seals, FeedConfig config, Clock clock) {
        this.seals = seals;
        this.config = config;
        this.clock = clock;
    }

    /** @param subject the caller's, or empty for an anonymous viewer, who gets another pseudonym each time */
    FeedTicketView issue(UUID sessionId, String subject) {
        Instant expiresAt = clock.instant().truncatedTo(ChronoUnit.SECONDS).plusSeconds(config.ticketSeconds());
        String viewerId = subject.isEmpty()
                ? seals.pseudonym("anonymous", sessionId, Ids.next().toString())
                : seals.pseudonym("subject", sessionId, subject);
        return new FeedTicketView(seals.sealed(PURPOSE, sessionId, viewerId, expiresAt), expiresAt, viewerId);
    }

    /**
     * Returns the viewer id that a ticket carries.
     *
     * @throws ProblemException 401 {@code invalid-ticket} if it is not ours, of another session or expired
     */
    public String viewerId(UUID sessionId, String ticket) {
        return seals.holder(PURPOSE, sessionId, ticket).orElseThrow(FeedTickets::invalid);
    }

    /** Whether it is a valid ticket of this session. */
    public boolean opens(UUID sessionId, String ticket) {
        return seals.holder(PURPOSE, sessionId, ticket).isPresent();
    }

    /** What presence counts a viewer by. */
    String viewerHash(UUID sessionId, String viewerId) {
        return seals.pseudonym("presence", sessionId, viewerId);
    }

    private static ProblemException invalid() {
        return ProblemException.of(
                401,
                "invalid-ticket",
                "The ticket does not open this feed",
                "It is not valid for this session, or no longer. Ask for a new one.");
    }
}
