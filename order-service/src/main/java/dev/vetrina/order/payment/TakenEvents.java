package dev.vetrina.order.payment;

import dev.vetrina.kit.sql.Bulk;
import dev.vetrina.order.commit.Batch;
import dev.vetrina.order.commit.LockRank;
import dev.vetrina.order.commit.LockedRows;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The events of providers that took effect. They need no lock of their own: whoever takes the same event has locked the same
 * order before, and the primary key has the last word.
 */
final class TakenEvents implements LockedRows<TakenEvents.Key, TakenEvents.Event> {

    static final TakenEvents EVENTS = new TakenEvents();

    private static final String FIND = """
            select w.provider, w.event_id from payment_webhook w
            join unnest(?::text[], ?::text[]) as k (provider, event_id) using (provider, event_id)
            """;
    private static final String INSERT = """
            insert into payment_webhook (provider, event_id, order_id, taken_at)
            select * from unnest(?::text[], ?::text[], ?::uuid[], ?::timestamptz[])
            """;

    private TakenEvents() {}

    /** @param orderId the order that it is about */
    record Key(String provider, String eventId, UUID orderId) implements Comparable<Key> {

        private static final Comparator<Key> ORDER =
                Comparator.comparing(Key::provider).thenComparing(Key::eventId).thenComparing(Key::orderId);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    /** An event, and whether it was taken before this batch. */
    static final class Event {
        private final Key key;
        private boolean taken;
        private @Nullable Instant takenAt;

        private Event(Key key, boolean taken) {
            this.key = key;
            this.taken = taken;
        }

        /** Returns whether it is the first time. */
        boolean takeNow(Instant now) {
            boolean first = !taken;
            if (first) {
                taken = true;
                takenAt = now;
            }
            return first;
        }
    }

    @Override
    public LockRank rank() {
        return LockRank.PROVIDER_EVENTS;
    }

    @Override
    public Map<Key, Event> lock(Connection connection, SortedSet<Key> keys) throws SQLException {
        Map<Key, Event> events = new HashMap<>();
        keys.forEach(key -> events.put(key, new Event(key, false)));
        try (PreparedStatement find = connection.prepareStatement(FIND)) {
            find.setArray(1, texts(connection, keys.stream().map(Key::provider).toList()));
            find.setArray(2, texts(connection, keys.stream().map(Key::eventId).toList()));
            try (ResultSet row = find.executeQuery()) {
                while (row.next()) {
                    String provider = row.getString(1);
                    String eventId = row.getString(2);
                    keys.stream()
                            .filter(key -> key.provider().equals(provider)
                                    && key.eventId().equals(eventId))
                            .forEach(key -> events.put(key, new Event(key, true)));
                }
            }
        }
        return events;
    }

    private static Array texts(Connection connection, List<String> values) throws SQLException {
        return connection.createArrayOf("text", values.toArray());
    }

    @Override
    public void write(Connection connection, Collection<Event> events, Batch batch) throws SQLException {
        Bulk.of(events.stream().filter(event -> event.takenAt != null).toList())
                .column("text", event -> event.key.provider())
                .column("text", event -> event.key.eventId())
                .column("uuid", event -> event.key.orderId())
                .column("timestamptz", event -> event.takenAt)
                .execute(connection, INSERT);
    }
}
