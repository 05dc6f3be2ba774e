package dev.vetrina.order.commit;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vetrina.events.DomainEvent;
import dev.vetrina.events.EventJson;
import dev.vetrina.kit.outbox.OutboxMessage;
import dev.vetrina.kit.problem.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Takes drafts on rows in memory, each in a batch of its own. As in the database, a draft gets the rows for which it has asked, and no
 * others.
 */
public final class CommitInMemory {

    private final Map<LockedRows<?, ?>, Map<Object, Object>> rows = new HashMap<>();
    private final Map<UUID, DomainEvent> prepared = new HashMap<>();
    private final List<DomainEvent> told = new ArrayList<>();
    private Instant now;

    public CommitInMemory(Instant now) {
        this.now = now;
    }

    public <K extends Comparable<K>, R> void put(LockedRows<K, R> kind, K key, R row) {
        rows.computeIfAbsent(kind, _ -> new HashMap<>()).put(key, row);
    }

    public void advance(Duration time) {
        now = now.plus(time);
    }

    public Instant now() {
        return now;
    }

    /** Everything that was told, in the order in which it was. */
    public List<DomainEvent> told() {
        return told;
    }

    /** @throws ProblemException if the draft refuses, which then must not have told anything */
    public <R> R take(Draft<R> draft) {
        Batch batch = new Batch(now, this::message);
        for (LockRank rank : LockRank.values()) {
            Needs needs = new Needs();
            draft.needs(needs, batch);
            needs.of(rank).ifPresent(wanted -> lock(batch, wanted));
        }
        try {
            R outcome = draft.take(batch);
            batch.messages().forEach(message -> told.add(requireNonNull(prepared.get(message.eventId()))));
            return outcome;
        } catch (ProblemException refusal) {
            assertThat(batch.messages()).as("told by a draft that was refused").isEmpty();
            throw refusal;
        }
    }

    @SuppressWarnings("unchecked")
    private <K extends Comparable<K>, R> void lock(Batch batch, Needs.Wanted<K, R> wanted) {
        Map<Object, Object> known = rows.getOrDefault(wanted.kind(), Map.of());
        for (K key : wanted.keys()) {
            R row = (R) known.get(key);
            if (row != null) {
                batch.add(wanted.kind(), key, row);
            }
        }
    }

    /** What the outbox would write. */
    public OutboxMessage message(DomainEvent event) {
        OutboxMessage message = new OutboxMessage(
                UUID.randomUUID(),
                event.topic(),
                event.key(),
                EventJson.typeOf(event.getClass()),
                event.sequence(),
                now,
                null,
                "");
        prepared.put(message.eventId(), event);
        return message;
    }
}
