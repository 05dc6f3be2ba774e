package dev.vetrina.order.commit;

import dev.vetrina.events.DomainEvent;
import dev.vetrina.kit.outbox.OutboxMessage;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Function;

/** What the drafts of one transaction share: the locked rows, what they add, and the events they tell. */
public final class Batch {

    private final Instant now;
    private final Function<DomainEvent, OutboxMessage> toMessage;
    private final Map<LockRank, Locked<?, ?>> locked = new EnumMap<>(LockRank.class);
    private final Map<AppendedRows<?>, Appended<?>> appended = new LinkedHashMap<>();
    private final List<OutboxMessage> messages = new ArrayList<>();

    Batch(Instant now, Function<DomainEvent, OutboxMessage> toMessage) {
        this.now = now;
        this.toMessage = toMessage;
    }

    /** The time of the batch. */
    public Instant now() {
        return now;
    }

    /** A row that was asked for, or empty if there is none, or if its kind is not locked yet. */
    public <K extends Comparable<K>, R> Optional<R> find(LockedRows<K, R> kind, K key) {
        return locked(kind).map(rows -> rows.byKey().get(key));
    }

    /** @throws IllegalStateException if the draft did not ask for it, or there is none */
    public <K extends Comparable<K>, R> R row(LockedRows<K, R> kind, K key) {
        return find(kind, key)
                .orElseThrow(() -> new IllegalStateException("there is no row " + key + " of " + kind.rank()));
    }

    /** A row that is new. */
    public <K extends Comparable<K>, R> void add(LockedRows<K, R> kind, K key, R row) {
        locked(kind).orElseGet(() -> lock(kind, new LinkedHashMap<>())).byKey().put(key, row);
    }

    @SuppressWarnings("unchecked")
    public <R> void append(AppendedRows<R> kind, R row) {
        var rows = (Appended<R>) appended.computeIfAbsent(kind, _ -> new Appended<>(kind, new ArrayList<>()));
        rows.rows().add(row);
    }

    public OutboxMessage publish(DomainEvent event) {
        return publish(prepare(event));
    }

    /** Makes the message of an event without publishing it. */
    public OutboxMessage prepare(DomainEvent event) {
        return toMessage.apply(event);
    }

    public OutboxMessage publish(OutboxMessage prepared) {
        messages.add(prepared);
        return prepared;
    }

    List<OutboxMessage> messages() {
        return messages;
    }

    /** Asks again after every kind: what a draft needs may depend on the rows it has got. */
    void lock(Connection connection, List<? extends Draft<?>> drafts) throws SQLException {
        Needs needs = ask(drafts);
        for (LockRank rank : LockRank.values()) {
            Optional<Needs.Wanted<?, ?>> wanted = needs.of(rank);
            if (wanted.isPresent()) {
                lock(connection, wanted.get());
                needs = ask(drafts);
            }
        }
    }

    private Needs ask(List<? extends Draft<?>> drafts) {
        Needs needs = new Needs();
        drafts.forEach(draft -> draft.needs(needs, this));
        return needs;
    }

    private <K extends Comparable<K>, R> void lock(Connection connection, Needs.Wanted<K, R> wanted)
            throws SQLException {
        SortedSet<K> keys = wanted.keys();
        lock(wanted.kind(), new LinkedHashMap<>(wanted.kind().lock(connection, keys)));
    }

    private <K extends Comparable<K>, R> Locked<K, R> lock(LockedRows<K, R> kind, Map<K, R> rows) {
        Locked<K, R> known = new Locked<>(kind, rows);
        locked.put(kind.rank(), known);
        return known;
    }

    @SuppressWarnings("unchecked")
    private <K extends Comparable<K>, R> Optional<Locked<K, R>> locked(LockedRows<K, R> kind) {
        return Optional.ofNullable((Locked<K, R>) locked.get(kind.rank()));
    }

    /** Writes rank by rank, and then what is only added: an entry may refer to a row. */
    void write(Connection connection) throws SQLException {
        for (Locked<?, ?> rows : locked.values()) {
            rows.write(connection, this);
        }
        for (Appended<?> rows : appended.values()) {
            rows.write(connection);
        }
    }

    private record Locked<K extends Comparable<K>, R>(LockedRows<K, R> kind, Map<K, R> byKey) {
        void write(Connection connection, Batch batch) throws SQLException {
            kind.write(connection, byKey.values(), batch);
        }
    }

    private record Appended<R>(AppendedRows<R> kind, List<R> rows) {
        void write(Connection connection) throws SQLException {
            kind.append(connection, rows);
        }
    }
}
