package dev.vetrina.live.follow;

import dev.vetrina.kit.sql.OldRows;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;

/** Who was told what is kept as long as the events that say it, and no longer. */
@ApplicationScoped
class NoticeExpiry {

    private static final Duration KEPT = Duration.ofDays(30);

    private final DataSource dataSource;
    private final Clock clock;

    NoticeExpiry(DataSource dataSource, Clock clock) {
        this.dataSource = dataSource;
        this.clock = clock;
    }

    @Scheduled(every = "1h", delayed = "5m")
    void expire() throws SQLException {
        OldRows.delete(dataSource, "notice_told", "told_at", clock.instant().minus(KEPT));
    }
}
