package dev.vetrina.live.chat;

import dev.vetrina.events.LiveEvent.ChatAuthorRemoved;
import dev.vetrina.kit.outbox.Outbox;
import dev.vetrina.live.moderation.Room;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Takes away all that somebody wrote: what is stored, what is still on its way there, and what is on screens. What is on its way is
 * caught by a row in {@code chat_removal}, which whoever stores a batch has to wait for.
 */
@ApplicationScoped
class Removals {

    /** In place of a customer, whose id is never empty. */
    static final String EVERYBODY = "";

    private final EntityManager database;
    private final ChatPins pins;
    private final Lanes lanes;
    private final Pseudonyms pseudonyms;
    private final Outbox outbox;
    private final Clock clock;

    Removals(EntityManager database, ChatPins pins, Lanes lanes, Pseudonyms pseudonyms, Outbox outbox, Clock clock) {
        this.database = database;
        this.pins = pins;
        this.lanes = lanes;
        this.pseudonyms = pseudonyms;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void hide(UUID sessionId, String customerId) {
        Instant now = now();
        remember(sessionId, customerId, MessageState.HIDDEN, now);
        List<UUID> hidden = database.createNativeQuery("""
                        update chat_message set state = 'HIDDEN', version = version + 1, changed_at = ?3
                        where session_id = ?1 and customer_id = ?2 and state in ('VISIBLE', 'HELD') returning id
                        """, UUID.class)
                .setParameter(1, sessionId)
                .setParameter(2, customerId)
                .setParameter(3, now)
                .getResultList();
        if (!hidden.isEmpty()) {
            pins.drop(sessionId, hidden);
        }
        tell(sessionId, customerId, MessageState.HIDDEN, now);
    }

    /** Everything that was written in a session, by whomever. */
    @Transactional(Transactional.TxType.MANDATORY)
    void forget(UUID sessionId) {
        remember(sessionId, EVERYBODY, MessageState.ERASED, now());
        List<UUID> said = database.createNativeQuery("select id from chat_message where session_id = ?1", UUID.class)
                .setParameter(1, sessionId)
                .getResultList();
        if (!said.isEmpty()) {
            pins.drop(sessionId, said);
        }
        int _ = database.createNativeQuery("delete from chat_message where session_id = ?1")
                .setParameter(1, sessionId)
                .executeUpdate();
    }

    /** In every session. Returns how many messages were stored. */
    @Transactional(Transactional.TxType.MANDATORY)
    int erase(String customerId) {
        Instant now = now();
        remember(Room.EVERYWHERE, customerId, MessageState.ERASED, now);
        Map<UUID, List<UUID>> erased = eraseStored(customerId, now);
        forgetKeysAndTurns(customerId);
        erased.forEach((sessionId, ids) -> pins.drop(sessionId, ids));
        Set<UUID> sessionIds = new HashSet<>(erased.keySet());
        sessionIds.addAll(lanes.sessionsOf(customerId));
        sessionIds.forEach(sessionId -> tell(sessionId, customerId, MessageState.ERASED, now));
        return erased.values().stream().mapToInt(List::size).sum();
    }

    private void remember(UUID sessionId, String customerId, MessageState state, Instant now) {
        database.createNativeQuery("""
                        insert into chat_removal (session_id, customer_id, state, removed_at) values (?1, ?2, ?3, ?4)
                        on conflict (session_id, customer_id, state) do update set removed_at = excluded.removed_at
                        """)
                .setParameter(1, sessionId)
                .setParameter(2, customerId)
                .setParameter(3, state.name())
                .setParameter(4, now)
                .executeUpdate();
    }

    private Map<UUID, List<UUID>> eraseStored(String customerId, Instant now) {
        List<Object[]> rows = database.createNativeQuery("""
                        update chat_message set state = 'ERASED', version = version + 1, changed_at = ?2, changed_by = null,
                            customer_id = null, author_id = null, author_name = null, role = null, text = null, held_for = null
                        where customer_id = ?1 returning session_id, id
                        """, Object[].class)
                .setParameter(1, customerId)
                .setParameter(2, now)
                .getResultList();
        Map<UUID, List<UUID>> bySession = new HashMap<>();
        rows.forEach(row -> bySession
                .computeIfAbsent((UUID) row[0], id -> new ArrayList<>())
                .add((UUID) row[1]));
        return bySession;
    }

    private void forgetKeysAndTurns(String customerId) {
        for (String table : List.of("chat_key", "chat_turn")) {
            int _ = database.createNativeQuery("delete from " + table + " where customer_id = ?1")
                    .setParameter(1, customerId)
                    .executeUpdate();
        }
    }

    private void tell(UUID sessionId, String customerId, MessageState state, Instant now) {
        String authorId = pseudonyms.authorId(sessionId, customerId);
        outbox.publish(new ChatAuthorRemoved(sessionId, now.toEpochMilli(), authorId, state.told(), now));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
