package dev.vetrina.kit.outbox;

import dev.vetrina.events.DomainEvent;
import dev.vetrina.kit.id.Ids;
import dev.vetrina.kit.sql.Bulk;
import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;

/**
 * Publishes events if and only if the surrounding transaction commits. The relay sends them to Kafka right after; while
 * Kafka is away they wait here, in order.
 */
@IfBuildProperty(name = "vetrina.database", stringValue = "true", enableIfMissing = true)
@ApplicationScoped
public class Outbox {

    private static final String INSERT = "outbox (event_id, topic, key, type, sequence, occurred_at, headers, payload)";

    private final DataSource dataSource;
    private final TransactionSynchronizationRegistry transaction;
    private final OutboxSignal signal;
    private final Clock clock;

    Outbox(DataSource dataSource, TransactionSynchronizationRegistry transaction, OutboxSignal signal, Clock clock) {
        this.dataSource = dataSource;
        this.transaction = transaction;
        this.signal = signal;
        this.clock = clock;
    }

    /** @throws IllegalStateException without a transaction: such an event could be lost or be about nothing */
    public void publish(DomainEvent event) {
        publishAll(List.of(event));
    }

    /** Publishes in the order given, with one statement. */
    public void publishAll(Collection<? extends DomainEvent> events) {
        publishPrepared(events.stream().map(this::prepare).toList());
    }

    /**
     * Makes the row of an event without writing it: on the thread of the request that caused it, so that the event carries
     * that request's trace and whoever writes many of them at once has less to do.
     */
    public OutboxMessage prepare(DomainEvent event) {
        return OutboxMessage.of(event, clock.instant(), CloudEvents.traceHeader());
    }

    /** Publishes what {@link #prepare} made, in the order given, with one statement. */
    public void publishPrepared(List<OutboxMessage> messages) {
        insert(messages);
    }

    /** Copies an event that could not be taken to another topic, with its payload as it came. */
    public void forward(
            String topic, String key, String type, long sequence, Instant occurredAt, String headers, String payload) {
        insert(List.of(new OutboxMessage(Ids.next(), topic, key, type, sequence, occurredAt, headers, payload)));
    }

    private void insert(List<OutboxMessage> messages) {
        if (messages.isEmpty()) {
            return;
        }
        if (transaction.getTransactionStatus() != Status.STATUS_ACTIVE) {
            throw new IllegalStateException("events are published in a transaction");
        }
        try (Connection connection = dataSource.getConnection()) {
            Bulk.of(messages)
                    .column("uuid", OutboxMessage::eventId)
                    .column("text", OutboxMessage::topic)
                    .column("text", OutboxMessage::key)
                    .column("text", OutboxMessage::type)
                    .column("bigint", OutboxMessage::sequence)
                    .column("timestamptz", OutboxMessage::occurredAt)
                    .column("text", OutboxMessage::headers)
                    .column("text", OutboxMessage::payload)
                    .insert(connection, INSERT);
        } catch (SQLException e) {
            throw new OutboxException(e);
        }
        transaction.registerInterposedSynchronization(new SignalAfterCommit());
    }

    private final class SignalAfterCommit implements Synchronization {
        @Override
        public void beforeCompletion() {
            // Nothing to do before the commit.
        }

        @Override
        public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
                signal.raise();
            }
        }
    }

    /** The outbox row could not be written; the business transaction must not commit. */
    static final class OutboxException extends RuntimeException {
        OutboxException(SQLException cause) {
            super(cause);
        }
    }
}
