package dev.vetrina.kit.idempotency;

import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;

/** Forgets answers after a day. */
@IfBuildProperty(name = "vetrina.database", stringValue = "true", enableIfMissing = true)
@ApplicationScoped
class IdempotencyExpiry {

    private static final Duration KEPT = Duration.ofHours(24);

    private final IdempotencyKeys keys;
    private final Clock clock;

    IdempotencyExpiry(IdempotencyKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    @Scheduled(every = "10m", delayed = "1m")
    void expire() {
        QuarkusTransaction.requiringNew()
                .call(() -> keys.deleteOlderThan(clock.instant().minus(KEPT)));
    }
}
