package dev.vetrina.live.session;

import dev.vetrina.events.LiveEvent.SessionChanged;
import dev.vetrina.kit.http.Preconditions;
import dev.vetrina.kit.id.Ids;
import dev.vetrina.live.card.Markets;
import dev.vetrina.live.creator.Creators;
import dev.vetrina.live.presence.Presence;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The life of a session, one method a command. */
@ApplicationScoped
class SessionService {

    private final SessionRepository sessions;
    private final SessionAccess access;
    private final SessionFacts facts;
    private final Creators creators;
    private final Markets markets;
    private final Presence presence;
    private final SessionNews news;
    private final Event<HostDecided> decisions;
    private final Clock clock;

    SessionService(
            SessionRepository sessions,
            SessionAccess access,
            SessionFacts facts,
            Creators creators,
            Markets markets,
            Presence presence,
            SessionNews news,
            Event<HostDecided> decisions,
            Clock clock) {
        this.sessions = sessions;
        this.access = access;
        this.facts = facts;
        this.creators = creators;
        this.markets = markets;
        this.presence = presence;
        this.news = news;
        this.decisions = decisions;
        this.clock = clock;
    }

    @Transactional
    SessionView create(CreateSessionRequest request) {
        markets.requireKnown(request.markets());
        Session session = Session.draft(
                Ids.next(),
                creators.hostFor(request.creatorId()),
                request.announcement(),
                stored(request.startsAt()),
                now());
        sessions.persistAndFlush(session);
        return SessionView.of(session);
    }

    @Transactional
    SessionView edit(UUID id, @Nullable String ifMatch, EditSessionRequest request) {
        Session session = access.lock(id, Permission.EDIT);
        Preconditions.requireMatch(ifMatch, session.version());
        markets.requireKnown(request.markets());
        Announcement edited = request.announcement(session.announcement());
        session.origin().detach();
        return tell(session, session.edit(edited, stored(request.startsAt()), now()), facts::scheduled);
    }

    @Transactional
    SessionView schedule(UUID id, Instant startsAt) {
        Session session = access.lock(id, Permission.EDIT);
        session.origin().detach();
        return tell(session, session.schedule(startsAt.truncatedTo(ChronoUnit.MICROS), now()), facts::scheduled);
    }

    @Transactional
    SessionView postpone(UUID id, Instant startsAt, String reason) {
        Session session = access.lock(id, Permission.EDIT);
        Instant now = now();
        session.origin().detach();
        session.postpone(startsAt.truncatedTo(ChronoUnit.MICROS), reason, now).ifPresent(postponed -> {
            news.tell(session, session.changed(now));
            news.tell(session, postponed);
            facts.postponed(session, postponed);
        });
        sessions.flush();
        return SessionView.of(session);
    }

    @Transactional
    SessionView start(UUID id) {
        Session session = access.host(id);
        return tell(session, session.start(now()), facts::started);
    }

    @Transactional
    SessionView pause(UUID id) {
        Session session = access.host(id);
        decisions.fire(new HostDecided(id));
        return tell(session, session.pause(now()), facts::paused);
    }

    @Transactional
    SessionView resume(UUID id) {
        Session session = access.host(id);
        decisions.fire(new HostDecided(id));
        return tell(session, session.resume(now()), facts::resumed);
    }

    @Transactional
    SessionView end(UUID id) {
        Session session = access.host(id);
        return tell(session, session.end(now()), ended -> {
            facts.ended(ended);
            presence.countUntil(id, ended.updatedAt());
        });
    }

    @Transactional
    SessionView cancel(UUID id) {
        Session session = access.lock(id, Permission.EDIT);
        return tell(session, session.cancel(now()), cancelled -> {
            facts.cancelled(cancelled);
            presence.countUntil(id, cancelled.updatedAt());
        });
    }

    private SessionView tell(Session session, Optional<SessionChanged> change, Consumer<Session> fact) {
        news.tell(session, change, fact);
        return SessionView.of(session);
    }

    /** As precise as the database keeps it, so that what is told is what is read later. */
    private static @Nullable Instant stored(@Nullable Instant startsAt) {
        return startsAt == null ? null : startsAt.truncatedTo(ChronoUnit.MICROS);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
