package dev.vetrina.order.webhook.message;

import dev.vetrina.kit.sql.OldRows;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;

/** Forgets messages with their deliveries and attempts. */
@ApplicationScoped
class MessageExpiry {

    private static final Duration KEPT = Duration.ofDays(30);

    private final DataSource dataSource;
    private final Clock clock;

    MessageExpiry(DataSource dataSource, Clock clock) {
        this.dataSource = dataSource;
        this.clock = clock;
    }

    @Scheduled(every = "1h", delayed = "5m")
    @RunOnVirtualThread
    void expire() throws SQLException {
        OldRows.delete(
                dataSource, "webhook_message", "created_at", clock.instant().minus(KEPT));
    }
}
