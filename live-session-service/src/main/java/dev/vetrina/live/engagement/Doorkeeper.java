package dev.vetrina.live.engagement;

import com.github.benmanes.caffeine.cache.Cache;
import dev.vetrina.kit.cache.LocalCaches;
import dev.vetrina.kit.security.Caller;
import dev.vetrina.live.feed.FeedTickets;
import dev.vetrina.live.session.Auditorium;
import dev.vetrina.live.session.Sessions;
import io.quarkus.security.UnauthorizedException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who a viewer is, and that the session may be watched: asked of the database seldom, as viewers react by the hundred. */
@ApplicationScoped
class Doorkeeper {

    private final Sessions sessions;
    private final Auditorium auditorium;
    private final FeedTickets tickets;
    private final Caller caller;
    private final Cache<Viewer, Boolean> letIn = LocalCaches.builder()
            .expireAfterWrite(Duration.ofMinutes(1))
            .maximumSize(50_000)
            .build();
    private final Cache<UUID, Auditorium.Shown> shown = LocalCaches.builder()
            .expireAfterWrite(Duration.ofSeconds(1))
            .maximumSize(10_000)
            .build();

    Doorkeeper(Sessions sessions, Auditorium auditorium, FeedTickets tickets, Caller caller) {
        this.sessions = sessions;
        this.auditorium = auditorium;
        this.tickets = tickets;
        this.caller = caller;
    }

    /**
     * The viewer that a ticket names, or else a token. A ticket was given to somebody who may watch; of a token that is found out
     * once a minute.
     *
     * @throws UnauthorizedException without either
     */
    Viewer viewer(UUID sessionId, @Nullable String ticket) {
        if (ticket != null) {
            return new Viewer(sessionId, "ticket/" + tickets.viewerId(sessionId, ticket));
        }
        String subject = caller.subject();
        if (subject.isEmpty()) {
            throw new UnauthorizedException();
        }
        Viewer viewer = new Viewer(sessionId, "subject/" + subject);
        if (letIn.getIfPresent(viewer) == null) {
            sessions.requireViewable(sessionId);
            letIn.put(viewer, true);
        }
        return viewer;
    }

    /** The session as the last second knew it. */
    Auditorium.Shown shown(UUID sessionId) {
        Auditorium.Shown known = shown.getIfPresent(sessionId);
        if (known == null) {
            known = auditorium.shown(sessionId);
            shown.put(sessionId, known);
        }
        return known;
    }
}
