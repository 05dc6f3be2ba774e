package dev.vetrina.kit.audit;

import dev.vetrina.kit.sql.OldRows;
import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;

/** Forgets entries after two years. */
@IfBuildProperty(name = "vetrina.database", stringValue = "true", enableIfMissing = true)
@ApplicationScoped
class AuditExpiry {

    private static final Duration KEPT = Duration.ofDays(730);

    private final DataSource dataSource;
    private final Clock clock;

    AuditExpiry(DataSource dataSource, Clock clock) {
        this.dataSource = dataSource;
        this.clock = clock;
    }

    @Scheduled(every = "6h", delayed = "10m")
    void expire() throws SQLException {
        OldRows.delete(dataSource, "audit_entry", "at", clock.instant().minus(KEPT));
    }
}
