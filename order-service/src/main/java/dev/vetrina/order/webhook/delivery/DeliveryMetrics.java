package dev.vetrina.order.webhook.delivery;

import dev.vetrina.order.webhook.message.WebhookStorageException;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;

/** How attempts end, and how long the oldest message of an enabled endpoint has waited for its first. */
@ApplicationScoped
class DeliveryMetrics {

    private static final String OLDEST = """
            select min(d.created_at) from webhook_endpoint e
            cross join lateral (
                select created_at from webhook_delivery
                where endpoint_id = e.id and status = 'WAITING' order by position limit 1) d
            where e.status = 'ENABLED'
            """;

    private final MeterRegistry metrics;
    private final DataSource dataSource;
    private final Clock clock;
    private final AtomicLong oldestSeconds = new AtomicLong();

    DeliveryMetrics(MeterRegistry metrics, DataSource dataSource, Clock clock) {
        this.metrics = metrics;
        this.dataSource = dataSource;
        this.clock = clock;
        AtomicLong _ = metrics.gauge("vetrina.webhook.oldest.waiting.seconds", oldestSeconds);
    }

    void count(Outcome outcome) {
        metrics.counter("vetrina.webhook.attempts", "result", result(outcome.answer()))
                .increment();
    }

    /** Few values, whatever endpoints answer. */
    private static String result(Answer answer) {
        AttemptError error = answer.error();
        if (error != null) {
            return error.name().toLowerCase(Locale.ROOT);
        }
        Integer status = answer.status();
        return status == null ? "none" : status / 100 + "xx";
    }

    @Scheduled(every = "15s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void measure() {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(OLDEST);
                ResultSet row = select.executeQuery()) {
            OffsetDateTime oldest = row.next() ? row.getObject(1, OffsetDateTime.class) : null;
            oldestSeconds.set(
                    oldest == null
                            ? 0
                            : Duration.between(oldest.toInstant(), clock.instant())
                                    .toSeconds());
        } catch (SQLException e) {
            throw new WebhookStorageException(e);
        }
    }
}
