package dev.vetrina.live.session;

import dev.vetrina.events.LiveEvent.SessionChanged;
import dev.vetrina.kit.http.Preconditions;
import dev.vetrina.kit.id.Ids;
import dev.vetrina.kit.outbox.Outbox;
import dev.vetrina.kit.problem.ProblemException;
import dev.vetrina.kit.security.Caller;
import dev.vetrina.kit.security.Roles;
import dev.vetrina.live.card.Markets;
import dev.vetrina.live.creator.Creators;
import dev.vetrina.live.presence.Presence;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
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
    private final Outbox outbox;
    private final Event<HostDecided> decisions;
    private final Caller caller;
    private final Clock clock;

    SessionService(
            SessionRepository sessions,
            SessionAccess access,
            SessionFacts facts,
            Creators creators,
            Markets markets,
            Presence presence,
            Outbox outbox,
            Event<HostDecided> decisions,
            Caller caller,
            Clock clock) {
        this.sessions = sessions;
        this.access = access;
        this.facts = facts;
        this.creators = creators;
        this.markets = markets;
        this.presence = presence;
        this.outbox = outbox;
        this.decisions = decisions;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    SessionView create(CreateSessionRequest request) {
        markets.requireKnown(request.markets());
        Session session = Session.draft(
                Ids.next(),
                host(request.creatorId()),
                request.title(),
                request.markets().stream().distinct().toList(),
                stored(request.startsAt()),
                now());
        sessions.persistAndFlush(session);
        return SessionView.of(session);
    }

    @Transactional
    SessionView edit(UUID id, @Nullable String ifMatch, EditSessionRequest request) {
        Session session = access.host(id);
        Preconditions.requireMatch(ifMatch, session.version());
        markets.requireKnown(request.markets());
        List<String> distinct = request.markets().stream().distinct().toList();
        return tell(
                session, session.edit(request.title(), distinct, stored(request.startsAt()), now()), facts::scheduled);
    }

    @Transactional
    SessionView schedule(UUID id, Instant startsAt) {
        Session session = access.host(id);
        return tell(session, session.schedule(startsAt.truncatedTo(ChronoUnit.MICROS), now()), facts::scheduled);
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
        Session session = access.host(id);
        return tell(session, session.cancel(now()), cancelled -> {
            facts.cancelled(cancelled);
            presence.countUntil(id, cancelled.updatedAt());
        });
    }

    private SessionView tell(Session session, Optional<SessionChanged> change, Consumer<Session> fact) {
        change.ifPresent(changed -> {
            outbox.publish(changed);
            fact.accept(session);
        });
        sessions.flush();
        return SessionView.of(session);
    }

    private UUID host(@Nullable UUID asked) {
        Optional<UUID> own = creators.ofCaller();
        if (caller.is(Roles.OPERATOR) && asked != null) {
            if (!creators.exists(asked)) {
                throw ProblemException.notFound("creator", asked);
            }
            return asked;
        }
        UUID creatorId = own.orElseThrow(() -> ProblemException.conflict(
                "no-creator", "Register a creator for this login first, or name one as an operator."));
        if (asked != null && !asked.equals(creatorId)) {
            throw ProblemException.forbidden("Creators host only their own sessions.");
        }
        return creatorId;
    }

    /** As precise as the database keeps it, so that what is told is what is read later. */
    private static @Nullable Instant stored(@Nullable Instant startsAt) {
        return startsAt == null ? null : startsAt.truncatedTo(ChronoUnit.MICROS);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
