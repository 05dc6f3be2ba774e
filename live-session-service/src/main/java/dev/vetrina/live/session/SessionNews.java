package dev.vetrina.live.session;

import dev.vetrina.events.LiveEvent;
import dev.vetrina.events.LiveEvent.SessionChanged;
import dev.vetrina.kit.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Tells of a session: viewers by a fact, the other services by an event. Of a rehearsal the other services never hear:
 * order-service then knows no such session and takes no order that names it. When a rehearsal is over, the features of this
 * service forget what was said in it.
 */
@ApplicationScoped
class SessionNews {

    private final Outbox outbox;
    private final Event<RehearsalEnded> rehearsals;
    private final SessionRepository sessions;

    SessionNews(Outbox outbox, Event<RehearsalEnded> rehearsals, SessionRepository sessions) {
        this.outbox = outbox;
        this.rehearsals = rehearsals;
        this.sessions = sessions;
    }

    /**
     * Tells of what a command has changed, if it has changed anything, and writes the session.
     *
     * @param fact records what viewers are told
     */
    void tell(Session session, Optional<SessionChanged> change, Consumer<Session> fact) {
        change.ifPresent(changed -> {
            tell(session, changed);
            fact.accept(session);
        });
        sessions.flush();
    }

    void tell(Session session, LiveEvent event) {
        if (!session.isRehearsal()) {
            outbox.publish(event);
        } else if (SessionStatus.OVER.contains(session.status())) {
            rehearsals.fire(new RehearsalEnded(session.id()));
        }
    }
}
