package dev.vetrina.kit.consumer;

import dev.vetrina.kit.sql.OldRows;
import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;

/** Forgets events that no topic can repeat any more. */
@IfBuildProperty(name = "vetrina.database", stringValue = "true", enableIfMissing = true)
@ApplicationScoped
class InboxExpiry {

    /** Longer than the thirty days that a topic keeps its records. */
    private static final Duration KEPT = Duration.ofDays(45);

    private final DataSource dataSource;
    private final Clock clock;

    InboxExpiry(DataSource dataSource, Clock clock) {
        this.dataSource = dataSource;
        this.clock = clock;
    }

    @Scheduled(every = "1h", delayed = "5m")
    void expire() throws SQLException {
        OldRows.delete(dataSource, "inbox", "received_at", clock.instant().minus(KEPT));
    }
}
