package dev.vetrina.live.statistics;

import dev.vetrina.events.LiveEvent.ChatMessagePosted;
import dev.vetrina.kit.sql.Bulk;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** How much was written in each minute of a session. */
@ApplicationScoped
class ChatMinutes {

    private static final String ADD = """
            insert into chat_minute as m (session_id, minute, messages)
            select * from unnest(?::uuid[], ?::timestamptz[], ?::bigint[])
            on conflict (session_id, minute) do update set messages = m.messages + excluded.messages
            """;

    private final EntityManager database;

    ChatMinutes(EntityManager database) {
        this.database = database;
    }

    private record Minute(UUID sessionId, Instant start) {

        /** Two who write take their rows in one order. */
        private static final Comparator<Minute> ORDER =
                Comparator.comparing(Minute::sessionId).thenComparing(Minute::start);

        private static Minute of(ChatMessagePosted message) {
            return new Minute(message.sessionId(), message.postedAt().truncatedTo(ChronoUnit.MINUTES));
        }
    }

    static void add(Connection connection, Collection<ChatMessagePosted> messages) throws SQLException {
        Map<Minute, Long> minutes = messages.stream()
                .collect(Collectors.groupingBy(Minute::of, () -> new TreeMap<>(Minute.ORDER), Collectors.counting()));
        int _ = Bulk.of(minutes.entrySet())
                .column("uuid", entry -> entry.getKey().sessionId())
                .column("timestamptz", entry -> entry.getKey().start())
                .column("bigint", Map.Entry::getValue)
                .execute(connection, ADD);
    }

    Map<Instant, Long> of(UUID sessionId) {
        List<Tuple> rows = database.createNativeQuery(
                        "select minute, messages from chat_minute where session_id = ?1", Tuple.class)
                .setParameter(1, sessionId)
                .getResultList();
        return rows.stream().collect(Collectors.toMap(row -> row.get(0, Instant.class), row -> row.get(1, Long.class)));
    }
}
