package dev.vetrina.order.session;

import dev.vetrina.events.LiveEvent.SessionChanged;
import dev.vetrina.events.Topics;
import dev.vetrina.kit.consumer.EventConsumer;
import dev.vetrina.kit.consumer.ReceivedEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

@ApplicationScoped
class SessionEventConsumer implements EventConsumer {

    private final SessionRepository sessions;

    SessionEventConsumer(SessionRepository sessions) {
        this.sessions = sessions;
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
            sessions.persist(new SessionRow(event));
        } else if (!row.knows(event)) {
            row.apply(event);
        }
    }
}
