package dev.vetrina.kit.outbox;

import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.apache.kafka.common.KafkaException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Sends the outbox to Kafka. Of all instances of a service one holds the advisory lock and relays; the others wait for it.
 * Taking the lock fences the producer of whoever held it before, so a relay that slept through the loss of its lock cannot
 * write any more. The lock is lost with its connection, which the database ends when nothing was heard of it for the time of
 * {@code vetrina.outbox.lock-timeout}: otherwise an instance that stands still would keep everybody's events waiting.
 */
@IfBuildProperty(name = "vetrina.database", stringValue = "true", enableIfMissing = true)
@ApplicationScoped
class OutboxRelay implements Runnable {

    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration RETRY = Duration.ofSeconds(1);
    /**
     * Where so many events come at once, more are made at this moment: after a pause they go together. A transaction of Kafka's
     * takes brokers, relay and consumers about as long for ten events as for a hundred.
     */
    private static final int CROWD = 32;

    private static final Duration PAUSE = Duration.ofMillis(20);

    private final DataSource dataSource;
    private final OutboxSignal signal;
    private final OutboxProducers producers;
    private final String service;
    private final Duration lockTimeout;
    private volatile boolean running = true;
    private volatile @Nullable Thread thread;

    OutboxRelay(
            DataSource dataSource,
            OutboxSignal signal,
            OutboxProducers producers,
            @ConfigProperty(name = "quarkus.application.name") String service,
            @ConfigProperty(name = "vetrina.outbox.lock-timeout", defaultValue = "30S") Duration lockTimeout) {
        this.dataSource = dataSource;
        this.signal = signal;
        this.producers = producers;
        this.service = service;
        this.lockTimeout = lockTimeout;
    }

    void start(@Observes StartupEvent event) {
        start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stop();
    }

    void start() {
        running = true;
        thread = Thread.ofPlatform().daemon().name("outbox-relay").start(this);
    }

    void stop() throws InterruptedException {
        running = false;
        Thread started = thread;
        if (started != null) {
            started.interrupt();
            started.join(Duration.ofSeconds(5));
        }
    }

    @Override
    public void run() {
        while (running) {
            try {
                holdLockAndRelay();
                Thread.sleep(RETRY);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (SQLException | KafkaException e) {
                if (running) {
                    LOG.warnf("The outbox waits: %s", e.getMessage());
                    pause();
                }
            } catch (RuntimeException | Error e) {
                // Whatever it is, events wait and the next attempt starts afresh: the thread must not end.
                LOG.error("The outbox waits", e);
                pause();
            }
        }
    }

    private void holdLockAndRelay() throws SQLException, InterruptedException {
        try (Connection connection = dataSource.getConnection()) {
            OutboxRows rows = new OutboxRows(connection);
            if (!tryLock(connection)) {
                return;
            }
            endWhenSilentFor(lockTimeout, connection);
            try (OutboxProducer producer = producers.open()) {
                Optional<Receipt> published = producers.lastReceipt();
                if (published.isPresent()) {
                    rows.deletePublished(published.get());
                }
                LOG.info("Relaying the outbox");
                while (running) {
                    relay(rows, producer);
                }
            } finally {
                unlock(connection);
            }
        }
    }

    private void relay(OutboxRows rows, OutboxProducer producer) throws SQLException, InterruptedException {
        List<OutboxRows.Row> batch = rows.next();
        if (batch.isEmpty()) {
            signal.await(POLL);
            return;
        }
        producer.send(batch);
        rows.delete(batch);
        if (batch.size() >= CROWD && !OutboxRows.full(batch)) {
            Thread.sleep(PAUSE);
        }
    }

    private boolean tryLock(Connection connection) throws SQLException {
        try (PreparedStatement lock =
                connection.prepareStatement("select pg_try_advisory_lock(hashtextextended(?, 0))")) {
            lock.setString(1, lockName());
            try (ResultSet result = lock.executeQuery()) {
                return result.next() && result.getBoolean(1);
            }
        }
    }

    private static void endWhenSilentFor(Duration timeout, Connection connection) throws SQLException {
        try (PreparedStatement set =
                connection.prepareStatement("select set_config('idle_session_timeout', ?, false)")) {
            set.setString(1, Long.toString(timeout.toMillis()));
            set.execute();
        }
    }

    /** The connection goes back to a pool, so neither the lock nor its timeout must stay on it. */
    private void unlock(Connection connection) {
        try (PreparedStatement unlock =
                connection.prepareStatement("select pg_advisory_unlock(hashtextextended(?, 0))")) {
            unlock.setString(1, lockName());
            unlock.execute();
            endWhenSilentFor(Duration.ZERO, connection);
        } catch (SQLException e) {
            LOG.debugf(e, "The lock went with its connection");
        }
    }

    private String lockName() {
        return service + "-outbox";
    }

    private void pause() {
        try {
            Thread.sleep(RETRY);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
