package dev.vetrina.kit.idempotency;

import dev.vetrina.kit.sql.OldRows;
import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;

/** Forgets answers after a day. */
@IfBuildProperty(name = "vetrina.database", stringValue = "true", enableIfMissing = true)
@ApplicationScoped
class IdempotencyExpiry {

    private static final Duration KEPT = Duration.ofHours(24);

    private final DataSource dataSource;
    private final Clock clock;

    IdempotencyExpiry(DataSource dataSource, Clock clock) {
        this.dataSource = dataSource;
        this.clock = clock;
    }

    @Scheduled(every = "10m", delayed = "1m")
    void expire() throws SQLException {
        OldRows.delete(
                dataSource, "idempotency_key", "created_at", clock.instant().minus(KEPT));
    }
}
