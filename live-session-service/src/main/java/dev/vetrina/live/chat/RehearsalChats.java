package dev.vetrina.live.chat;

import dev.vetrina.live.session.RehearsalEnded;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** What was said in a rehearsal is nobody's business afterwards. */
@ApplicationScoped
class RehearsalChats {

    private final Removals removals;

    RehearsalChats(Removals removals) {
        this.removals = removals;
    }

    void forget(@Observes RehearsalEnded ended) {
        removals.forget(ended.sessionId());
    }
}
