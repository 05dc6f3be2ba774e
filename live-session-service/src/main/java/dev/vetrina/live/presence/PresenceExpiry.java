package dev.vetrina.live.presence;

import dev.vetrina.kit.sql.OldRows;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;

/** Forgets what no report that can still come needs. */
@ApplicationScoped
class PresenceExpiry {

    /** The sums of windows stay. */
    private static final Duration WINDOWS = Duration.ofHours(24);

    /** Longer than the topic keeps reports: whatever is read again is older than the gauge and counts no second time. */
    private static final Duration GAUGES = Duration.ofDays(31);

    private final DataSource dataSource;
    private final Clock clock;

    PresenceExpiry(DataSource dataSource, Clock clock) {
        this.dataSource = dataSource;
        this.clock = clock;
    }

    @Scheduled(every = "1h", delayed = "5m")
    void expire() throws SQLException {
        Instant now = clock.instant();
        OldRows.delete(dataSource, "audience_window", "window_start", now.minus(WINDOWS));
        OldRows.delete(dataSource, "presence_gauge", "window_start", now.minus(GAUGES));
    }
}
