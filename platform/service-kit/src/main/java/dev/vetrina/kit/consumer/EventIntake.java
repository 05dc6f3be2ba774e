package dev.vetrina.kit.consumer;

import dev.vetrina.events.DomainEvent;
import dev.vetrina.kit.problem.Outages;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Lets records take effect: the batch in one transaction or, if that fails, record by record. */
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
            LOG.errorf(e, "%s cannot take %s %s of %s", consumer.name(), record.type(), record.eventId(), record.key());
            transaction(() -> {
                deadLetters.fail(consumer.name(), record, e.why);
            });
        }
    }

    /** Lets a dead letter and all that is parked behind it take effect, in order and all together. */
    void replay(EventConsumer consumer, String key) {
        transaction(() -> {
            List<DeadLetter> letters = deadLetters.lockKey(consumer.name(), key);
            deliverFresh(consumer, letters.stream().map(DeadLetter::record).toList());
            for (DeadLetter letter : letters) {
                deadLetters.delete(letter.id());
            }
        });
    }

    private void takeAll(EventConsumer consumer, List<IncomingRecord> batch) throws SQLException {
        Set<String> keys = batch.stream().map(IncomingRecord::key).collect(Collectors.toSet());
        Set<String> blocked = deadLetters.blockedKeys(consumer.name(), keys);
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

    private void deliverFresh(EventConsumer consumer, List<IncomingRecord> records) throws SQLException {
        Set<UUID> ids = records.stream().map(IncomingRecord::eventId).collect(Collectors.toSet());
        Set<UUID> fresh =
                consumer.repeats() == EventConsumer.Repeats.REMEMBERED ? inbox.record(consumer.name(), ids) : ids;
        for (IncomingRecord record : records) {
            // Removed when delivered: an id that stands twice in one batch takes effect once.
            if (fresh.remove(record.eventId())) {
                deliver(consumer, record);
            }
        }
    }

    private static void deliver(EventConsumer consumer, IncomingRecord record) {
        record.event()
                .ifPresent((DomainEvent event) ->
                        consumer.on(new ReceivedEvent(record.eventId(), record.occurredAt(), event)));
    }

    private static void transaction(Work work) {
        try {
            QuarkusTransaction.requiringNew().call(() -> {
                work.run();
                return true;
            });
        } catch (Exception e) {
            if (Outages.causedBy(e)) {
                throw new OutageException(e);
            }
            throw new RejectedException(e);
        }
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
