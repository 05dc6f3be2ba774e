package dev.vetrina.live.follow;

import dev.vetrina.events.LiveEvent.SessionChanged;
import dev.vetrina.events.Topics;
import dev.vetrina.kit.consumer.EventConsumer;
import dev.vetrina.kit.consumer.ReceivedEvent;
import dev.vetrina.live.session.UnattendedSessions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/** Plans what is to be told of a session whenever that changes. */
@ApplicationScoped
class SessionEventConsumer implements EventConsumer {

    private final NoticeRepository notices;
    private final UnattendedSessions sessions;
    private final FollowConfig config;
    private final Clock clock;

    SessionEventConsumer(NoticeRepository notices, UnattendedSessions sessions, FollowConfig config, Clock clock) {
        this.notices = notices;
        this.sessions = sessions;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "follow-sessions";
    }

    @Override
    public Set<String> topics() {
        return Set.of(Topics.LIVE_SESSIONS);
    }

    @Override
    public void on(ReceivedEvent received) {
        if (received.event() instanceof SessionChanged session) {
            switch (session.status()) {
                case SCHEDULED -> announced(session);
                case LIVE -> live(session);
                case CANCELLED, ENDED -> notices.withdrawAll(session.sessionId());
                case DRAFT, PAUSED -> {
                    // Nothing that anybody waits for.
                }
            }
        }
    }

    private void announced(SessionChanged session) {
        Instant start = session.startsAt();
        notices.withdraw(session.sessionId(), start);
        if (openToAll(session)) {
            boolean again = notices.announcedOtherwise(session.sessionId(), start);
            plan(session, again ? NoticeKind.POSTPONED : NoticeKind.SCHEDULED, clock.instant());
            plan(session, NoticeKind.STARTING_SOON, start.minus(Duration.ofMinutes(config.remindMinutes())));
        }
    }

    /** Goes on after a pause, too, which is no news: it is of the same start. */
    private void live(SessionChanged session) {
        notices.withdraw(session.sessionId(), session.startsAt());
        if (openToAll(session)) {
            plan(session, NoticeKind.LIVE, clock.instant());
        }
    }

    private void plan(SessionChanged session, NoticeKind kind, Instant dueAt) {
        notices.plan(session.sessionId(), session.creatorId(), kind, session.startsAt(), dueAt);
    }

    private boolean openToAll(SessionChanged session) {
        return sessions.standing(session.sessionId())
                .filter(UnattendedSessions.Standing::openToAll)
                .isPresent();
    }
}
