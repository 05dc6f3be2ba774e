package dev.vetrina.live.session;

import dev.vetrina.events.LiveEvent.SessionChanged;
import dev.vetrina.live.presence.Presence;
import dev.vetrina.live.timeline.FactKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the system does about sessions when nobody gives a command. Nobody is asked for permission here. A fact says in its
 * {@code reason} that it was the system.
 */
@ApplicationScoped
public class UnattendedSessions {

    private final SessionRepository sessions;
    private final Attendance attendance;
    private final SessionFacts facts;
    private final Presence presence;
    private final SessionNews news;
    private final Clock clock;

    UnattendedSessions(
            SessionRepository sessions,
            Attendance attendance,
            SessionFacts facts,
            Presence presence,
            SessionNews news,
            Clock clock) {
        this.sessions = sessions;
        this.attendance = attendance;
        this.facts = facts;
        this.presence = presence;
        this.news = news;
        this.clock = clock;
    }

    /**
     * What there is to know before the system acts.
     *
     * @param openToAll whether it is announced, and everybody who has its id may watch it
     * @param listed whether everybody finds it, too
     */
    public record Standing(SessionStatus status, @Nullable Instant startsAt, boolean openToAll, boolean listed) {
        private static Standing of(Session session) {
            return new Standing(
                    session.status(),
                    session.startsAt(),
                    session.isAnnounced() && session.isOpenToAll(),
                    session.isListed());
        }
    }

    /** Locks a session until the transaction ends, waiting for whoever has it. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<Standing> lock(UUID id) {
        return sessions.lock(id).map(Standing::of);
    }

    /** As {@link #lock}, but empty if somebody else has it. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<Standing> claim(UUID id) {
        return attendance.claim(id) ? lock(id) : Optional.empty();
    }

    @Transactional
    public Optional<Standing> standing(UUID id) {
        return sessions.findByIdOptional(id).map(Standing::of);
    }

    /** Sessions on air that began and were given their last command before. */
    @Transactional
    public List<UUID> quietSince(Instant limit) {
        return attendance.quietSince(limit);
    }

    /** Locks one of them if it is still quiet. */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean claimQuiet(UUID id, Instant limit) {
        return attendance.claimQuiet(id, limit);
    }

    /** @throws dev.vetrina.kit.problem.ProblemException 409 as if its host had asked for it */
    @Transactional(Transactional.TxType.MANDATORY)
    public void start(UUID id) {
        Session session = locked(id);
        news.tell(session, session.start(now()), facts::started);
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void pause(UUID id, String reason) {
        Session session = locked(id);
        tell(session.pause(now()), session, FactKind.SESSION_PAUSED, "pausedAt", session.updatedAt(), "reason", reason);
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void resume(UUID id, String reason) {
        Session session = locked(id);
        tell(
                session.resume(now()),
                session,
                FactKind.SESSION_RESUMED,
                "resumedAt",
                session.updatedAt(),
                "reason",
                reason);
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void end(UUID id, String reason) {
        Session session = locked(id);
        Instant now = now();
        tell(session.end(now), session, FactKind.SESSION_ENDED, "endedAt", session.endedAt(), "reason", reason);
        presence.countUntil(id, now);
    }

    private Session locked(UUID id) {
        return sessions.lock(id).orElseThrow(() -> new IllegalStateException("locked before: " + id));
    }

    private void tell(
            Optional<SessionChanged> change, Session session, FactKind kind, @Nullable Object... namesAndValues) {
        news.tell(session, change, changed -> facts.record(changed, kind, facts.data(namesAndValues)));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
