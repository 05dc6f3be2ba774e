package dev.vetrina.kit.consumer;

import dev.vetrina.events.DomainEvent;
import dev.vetrina.kit.problem.LostRaces;
import dev.vetrina.kit.problem.Outages;
import io.opentelemetry.context.Scope;
import io.quarkus.arc.Arc;
import io.quarkus.arc.ManagedContext;
import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.narayana.jta.QuarkusTransactionException;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** Lets records take effect: the batch in one transaction or, if that fails, record by record. */
@IfBuildProperty(name = "vetrina.database", stringValue = "true", enableIfMissing = true)
@ApplicationScoped
class EventIntake {

    private static final Logger LOG = Logger.getLogger(EventIntake.class);

    private final Inbox inbox;
    private final DeadLetters deadLetters;

    EventIntake(Inbox inbox, DeadLetters deadLetters) {
        this.inbox = inbox;
        this.deadLetters = deadLetters;
    }

    /**
     * Returns when every record took effect, was known, or is kept as a dead letter.
     *
     * @throws OutageException if something needed is away: take the same batch again later
     */
    void take(EventConsumer consumer, List<IncomingRecord> batch) {
        try {
            transaction(() -> takeAll(consumer, batch));
        } catch (RejectedException e) {
            batch.forEach(record -> takeOne(consumer, record));
        }
    }

    private void takeOne(EventConsumer consumer, IncomingRecord record) {
        try {
            transaction(() -> takeAll(consumer, List.of(record)));
        } catch (RejectedException e) {
            LOG.errorf(
                    e.why,
                    "%s cannot take %s %s of %s",
                    consumer.name(),
                    record.type(),
                    record.eventId(),
                    record.key());
            transaction(() -> {
                deadLetters.lock(consumer.name(), List.of(record.key()));
                deadLetters.fail(consumer.name(), record, e.why);
            });
        }
    }

    /** Lets a dead letter and all that is parked behind it take effect, in order and all together. */
    void replay(EventConsumer consumer, String key) {
        transaction(() -> {
            deadLetters.lock(consumer.name(), List.of(key));
            List<DeadLetter> letters = deadLetters.ofKey(consumer.name(), key);
            deliverFresh(consumer, letters.stream().map(DeadLetter::record).toList());
            for (DeadLetter letter : letters) {
                deadLetters.delete(letter.id());
            }
        });
    }

    private void takeAll(EventConsumer consumer, List<IncomingRecord> batch) throws SQLException {
        Set<String> blocked = blockedKeys(consumer, batch);
        List<IncomingRecord> open = new ArrayList<>();
        for (IncomingRecord record : batch) {
            if (blocked.contains(record.key())) {
                deadLetters.park(consumer.name(), record);
            } else {
                open.add(record);
            }
        }
        deliverFresh(consumer, open);
    }

    /** Asked again under the lock: a replay may just have freed a key. */
    private Set<String> blockedKeys(EventConsumer consumer, List<IncomingRecord> batch) throws SQLException {
        Set<String> keys = batch.stream().map(IncomingRecord::key).collect(Collectors.toSet());
        Set<String> blocked = deadLetters.blockedKeys(consumer.name(), keys);
        if (blocked.isEmpty()) {
            return blocked;
        }
        deadLetters.lock(consumer.name(), blocked);
        return deadLetters.blockedKeys(consumer.name(), blocked);
    }

    private void deliverFresh(EventConsumer consumer, List<IncomingRecord> records) throws SQLException {
        Set<UUID> ids = records.stream().map(IncomingRecord::eventId).collect(Collectors.toCollection(HashSet::new));
        Set<UUID> fresh =
                consumer.repeats() == EventConsumer.Repeats.REMEMBERED ? inbox.record(consumer.name(), ids) : ids;
        // Removed when delivered: an id that stands twice in one batch takes effect once.
        List<IncomingRecord> first = records.stream()
                .filter(record -> fresh.remove(record.eventId()))
                .toList();
        if (consumer instanceof BatchConsumer batch) {
            batch.onAll(first.stream().flatMap(EventIntake::received).toList());
        } else {
            first.forEach(record -> deliver(consumer, record));
        }
    }

    private static void deliver(EventConsumer consumer, IncomingRecord record) {
        try (Scope _ = IncomingTrace.of(record).makeCurrent()) {
            received(record).forEach(consumer::on);
        }
    }

    private static Stream<ReceivedEvent> received(IncomingRecord record) {
        return record.event().stream()
                .map((DomainEvent event) ->
                        new ReceivedEvent(record.eventId(), record.occurredAt(), event, record.isTest()));
    }

    /** In a request context, as the beans that a consumer calls may be those that requests use. */
    private static void transaction(Work work) {
        ManagedContext request = Arc.container().requestContext();
        boolean ours = !request.isActive();
        if (ours) {
            request.activate();
        }
        try {
            QuarkusTransaction.requiringNew().call(() -> {
                work.run();
                return true;
            });
        } catch (Exception | StackOverflowError | AssertionError e) {
            throw classified(e);
        } finally {
            if (ours) {
                request.terminate();
            }
        }
    }

    private static RuntimeException classified(Throwable e) {
        // A lost race is not the event's fault either: the next attempt reads the row anew.
        return Outages.causedBy(e) || LostRaces.staleRow(e)
                ? new OutageException(e)
                : new RejectedException(
                        e instanceof QuarkusTransactionException && e.getCause() != null ? e.getCause() : e);
    }

    private interface Work {
        void run() throws Exception;
    }

    /** Something the work needs is away. */
    static final class OutageException extends RuntimeException {
        OutageException(Throwable cause) {
            super(cause);
        }
    }

    /** The event can never be taken as it is. */
    static final class RejectedException extends RuntimeException {
        private final Throwable why;

        RejectedException(Throwable cause) {
            super(cause);
            this.why = cause;
        }
    }
}
