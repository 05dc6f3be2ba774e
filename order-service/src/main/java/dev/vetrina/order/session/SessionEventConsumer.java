package dev.vetrina.order.session;

import dev.vetrina.events.LiveEvent.SessionChanged;
import dev.vetrina.events.LiveEvent.SessionStatus;
import dev.vetrina.events.Topics;
import dev.vetrina.kit.consumer.EventConsumer;
import dev.vetrina.kit.consumer.ReceivedEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

@ApplicationScoped
class SessionEventConsumer implements EventConsumer {

    private final SessionRepository sessions;
    private final SessionPauseRepository pauses;

    SessionEventConsumer(SessionRepository sessions, SessionPauseRepository pauses) {
        this.sessions = sessions;
        this.pauses = pauses;
    }

    @Override
    public String name() {
        return "sessions";
    }

    @Override
    public Set<String> topics() {
        return Set.of(Topics.LIVE_SESSIONS);
    }

    @Override
    public Repeats repeats() {
        return Repeats.BY_SEQUENCE;
    }

    @Override
    public void on(ReceivedEvent received) {
        if (!(received.event() instanceof SessionChanged event)) {
            return;
        }
        SessionRow row = sessions.findById(event.sessionId());
        if (row == null) {
            keepPauses(event, false);
            sessions.persist(new SessionRow(event));
        } else if (!row.knows(event)) {
            keepPauses(event, row.paused());
            row.apply(event);
        }
    }

    private void keepPauses(SessionChanged event, boolean wasPaused) {
        boolean paused = event.status() == SessionStatus.PAUSED;
        if (paused && !wasPaused) {
            pauses.begin(event.sessionId(), event.changedAt());
        } else if (wasPaused && !paused) {
            pauses.running(event.sessionId()).ifPresent(pause -> pause.resume(event.changedAt()));
        }
    }
}
