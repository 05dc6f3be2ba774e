package dev.vetrina.live.moderation;

import dev.vetrina.events.LiveEvent.ChatRulesChanged;
import dev.vetrina.kit.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Numbers the changes of a room's rules and tells every instance of them. */
@ApplicationScoped
class RulesLog {

    private final EntityManager database;
    private final TransactionSynchronizationRegistry transaction;
    private final Outbox outbox;
    private final Rooms rooms;
    private final Clock clock;

    RulesLog(
            EntityManager database,
            TransactionSynchronizationRegistry transaction,
            Outbox outbox,
            Rooms rooms,
            Clock clock) {
        this.database = database;
        this.transaction = transaction;
        this.outbox = outbox;
        this.rooms = rooms;
        this.clock = clock;
    }

    /** In the transaction of the change. On this instance it holds from the commit on. */
    @Transactional(Transactional.TxType.MANDATORY)
    void changed(UUID sessionId) {
        long version = (Long) database.createNativeQuery("""
                        insert into chat_rules as r (session_id, version) values (?1, 1)
                        on conflict (session_id) do update set version = r.version + 1 returning version
                        """, Long.class)
                .setParameter(1, sessionId)
                .getSingleResult();
        outbox.publish(new ChatRulesChanged(sessionId, version, clock.instant()));
        transaction.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                // Nothing to do before the commit.
            }

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED) {
                    rooms.forget(sessionId);
                }
            }
        });
    }

    /** A room whose rules were never changed is not in it. */
    @Transactional
    Map<UUID, Long> versions(Collection<UUID> sessionIds) {
        List<Tuple> rows = database.createNativeQuery(
                        "select session_id, version from chat_rules where session_id in (?1)", Tuple.class)
                .setParameter(1, sessionIds)
                .getResultList();
        return rows.stream().collect(Collectors.toMap(row -> row.get(0, UUID.class), row -> row.get(1, Long.class)));
    }
}
