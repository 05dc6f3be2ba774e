package dev.vetrina.live.statistics;

import dev.vetrina.kit.sql.OldRows;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;

/**
 * Forgets expired orders that nobody pays any more: what a payment provider tells late, it tells within days, and an order event is
 * kept for a month. They stay counted as expired.
 */
@ApplicationScoped
class ExpiredOrderExpiry {

    private static final Duration KEPT = Duration.ofDays(45);

    /** An order's id tells when it was placed, and it expires soon after that or never. */
    private static final String PLACED_AT = "uuid_extract_timestamp(order_id)";

    private final DataSource dataSource;
    private final Clock clock;

    ExpiredOrderExpiry(DataSource dataSource, Clock clock) {
        this.dataSource = dataSource;
        this.clock = clock;
    }

    @Scheduled(every = "1h", delayed = "5m")
    void expire() throws SQLException {
        OldRows.delete(dataSource, "expired_order", PLACED_AT, clock.instant().minus(KEPT));
    }
}
