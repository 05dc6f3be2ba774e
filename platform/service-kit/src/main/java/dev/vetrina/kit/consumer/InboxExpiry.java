package dev.vetrina.kit.consumer;

import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;

/** Forgets events that no topic can repeat any more. */
@IfBuildProperty(name = "vetrina.database", stringValue = "true", enableIfMissing = true)
@ApplicationScoped
class InboxExpiry {

    /** Longer than the thirty days that a topic keeps its records. */
    private static final Duration KEPT = Duration.ofDays(45);

    private final Inbox inbox;
    private final Clock clock;

    InboxExpiry(Inbox inbox, Clock clock) {
        this.inbox = inbox;
        this.clock = clock;
    }

    @Scheduled(every = "1h", delayed = "5m")
    void expire() {
        QuarkusTransaction.requiringNew()
                .call(() -> inbox.forgetBefore(clock.instant().minus(KEPT)));
    }
}
