package dev.vetrina.live.presence;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;

/** Windows older than any report that can still come are of no more use than their sums. */
@ApplicationScoped
class PresenceExpiry {

    private static final Duration LATEST_REPORT = Duration.ofHours(24);

    private final PresenceRepository presence;
    private final Clock clock;

    PresenceExpiry(PresenceRepository presence, Clock clock) {
        this.presence = presence;
        this.clock = clock;
    }

    @Scheduled(every = "1h", delayed = "5m")
    @Transactional
    void expire() {
        presence.deleteBefore(clock.instant().minus(LATEST_REPORT));
    }
}
