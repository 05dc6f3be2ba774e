package dev.vetrina.live.session;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Hears what a feature hears that keeps something of a rehearsal. */
@Singleton
class EndedRehearsals {

    private final Set<UUID> ids = ConcurrentHashMap.newKeySet();

    void on(@Observes RehearsalEnded event) {
        ids.add(event.sessionId());
    }

    Set<UUID> ids() {
        return Set.copyOf(ids);
    }
}
