package dev.vetrina.order.payment;

import dev.vetrina.kit.sql.OldRows;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;

/** Forgets events that no provider sends again: they try for days, not for weeks. */
@ApplicationScoped
class WebhookExpiry {

    private static final Duration KEPT = Duration.ofDays(45);

    private final DataSource dataSource;
    private final Clock clock;

    WebhookExpiry(DataSource dataSource, Clock clock) {
        this.dataSource = dataSource;
        this.clock = clock;
    }

    @Scheduled(every = "1h", delayed = "5m")
    @RunOnVirtualThread
    void expire() throws SQLException {
        OldRows.delete(
                dataSource, "payment_webhook", "taken_at", clock.instant().minus(KEPT));
    }
}
