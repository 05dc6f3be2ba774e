package dev.vetrina.live.engagement;

import dev.vetrina.kit.sql.OldRows;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;

/** Forgets instances of which nothing can be read again: the topic does not keep their windows for so long. */
@ApplicationScoped
class EngagementExpiry {

    private static final Duration KEPT = Duration.ofDays(31);

    private final DataSource dataSource;
    private final Clock clock;

    EngagementExpiry(DataSource dataSource, Clock clock) {
        this.dataSource = dataSource;
        this.clock = clock;
    }

    @Scheduled(every = "1h", delayed = "6m")
    void expire() throws SQLException {
        OldRows.delete(
                dataSource, "engagement_source", "window_start", clock.instant().minus(KEPT));
    }
}
