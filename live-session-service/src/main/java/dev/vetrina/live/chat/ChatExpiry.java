package dev.vetrina.live.chat;

import dev.vetrina.kit.sql.OldRows;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;

/** Forgets what has served its purpose. */
@ApplicationScoped
class ChatExpiry {

    private static final Duration KEYS_KEPT = Duration.ofHours(24);
    private static final Duration LONGEST_SLOW_MODE = Duration.ofMinutes(5);

    /** Kafka forgets messages after a day by segments, so somewhat later; a store that was away may come that late. */
    private static final Duration REMOVALS_KEPT = Duration.ofDays(3);

    private final DataSource dataSource;
    private final Clock clock;

    ChatExpiry(DataSource dataSource, Clock clock) {
        this.dataSource = dataSource;
        this.clock = clock;
    }

    @Scheduled(every = "10m", delayed = "1m")
    void expire() throws SQLException {
        Instant now = clock.instant();
        OldRows.delete(dataSource, "chat_key", "created_at", now.minus(KEYS_KEPT));
        OldRows.delete(dataSource, "chat_turn", "taken_at", now.minus(LONGEST_SLOW_MODE));
        OldRows.delete(dataSource, "chat_removal", "removed_at", now.minus(REMOVALS_KEPT));
    }
}
