package dev.vetrina.live.session;

import dev.vetrina.events.LiveEvent;
import dev.vetrina.kit.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

/**
 * Tells the other services of a session. Of a rehearsal they never hear: order-service then knows no such session and takes no
 * order that names it. When a rehearsal is over, the features of this service forget what was said in it.
 */
@ApplicationScoped
class SessionNews {

    private final Outbox outbox;
    private final Event<RehearsalEnded> rehearsals;

    SessionNews(Outbox outbox, Event<RehearsalEnded> rehearsals) {
        this.outbox = outbox;
        this.rehearsals = rehearsals;
    }

    void tell(Session session, LiveEvent event) {
        if (!session.isRehearsal()) {
            outbox.publish(event);
        } else if (SessionStatus.OVER.contains(session.status())) {
            rehearsals.fire(new RehearsalEnded(session.id()));
        }
    }
}
