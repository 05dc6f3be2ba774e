package dev.vetrina.live.session;

import dev.vetrina.kit.id.Ids;
import dev.vetrina.live.presence.Presence;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/** The sessions that a series makes and keeps. Whoever calls has asked whether it may; there need not be a request. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class PlannedSessions {

    private final SessionRepository sessions;
    private final SessionFacts facts;
    private final SessionNews news;
    private final Presence presence;
    private final Clock clock;

    PlannedSessions(SessionRepository sessions, SessionFacts facts, SessionNews news, Presence presence, Clock clock) {
        this.sessions = sessions;
        this.facts = facts;
        this.news = news;
        this.presence = presence;
        this.clock = clock;
    }

    /**
     * What a series has made for a day.
     *
     * @param announced and not begun
     * @param follows whether it still changes with its series: announced and not changed by itself
     */
    public record Occurrence(UUID sessionId, LocalDate day, boolean announced, boolean follows) {}

    /** Of this day and later, in whichever state; locked until the transaction ends. */
    public List<Occurrence> from(UUID seriesId, LocalDate day) {
        return sessions.lockOccurrences(seriesId, day).stream()
                .map(session -> new Occurrence(
                        session.id(),
                        session.origin().occurrence(),
                        session.status() == SessionStatus.SCHEDULED,
                        session.status() == SessionStatus.SCHEDULED
                                && !session.origin().isDetached()))
                .toList();
    }

    /** Announces a day of a series. The database lets a day be announced once only. */
    public void announce(UUID seriesId, LocalDate day, UUID creatorId, Announcement announcement, Instant start) {
        Instant now = now();
        Session session = Session.draft(Ids.next(), creatorId, announcement, start, now);
        session.origin().belongTo(seriesId, day);
        sessions.persistAndFlush(session);
        news.tell(session, session.schedule(start, now), facts::scheduled);
    }

    public void follow(UUID sessionId, Announcement announcement, Instant start) {
        Session session = sessions.lock(sessionId).orElseThrow();
        news.tell(session, session.edit(announcement, start, now()), facts::scheduled);
    }

    public void cancel(UUID sessionId) {
        Session session = sessions.lock(sessionId).orElseThrow();
        news.tell(session, session.cancel(now()), cancelled -> {
            facts.cancelled(cancelled);
            presence.countUntil(sessionId, cancelled.updatedAt());
        });
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
