package dev.vetrina.live.counting;

import dev.vetrina.kit.sql.Bulk;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/** From when to when things count. It is the time at which something happened that decides, however late it is told. */
@ApplicationScoped
public class CountedTime {

    private static final String UNCOUNTED = """
            select session_id, since, until from uncounted_time where session_id in (select * from unnest(?::uuid[]))
            """;

    private final EntityManager database;

    CountedTime(EntityManager database) {
        this.database = database;
    }

    /** From then on nothing counts, until {@link #resume} says otherwise. Changes nothing if nothing counts already. */
    @Transactional(TxType.MANDATORY)
    public void stop(UUID sessionId, Instant at) {
        database.createNativeQuery("""
                        insert into uncounted_time (session_id, since) select ?1, ?2
                        where not exists (select 1 from uncounted_time where session_id = ?1 and until is null)
                        on conflict (session_id, since) do update set until = null
                        """)
                .setParameter(1, sessionId)
                .setParameter(2, at)
                .executeUpdate();
    }

    /** From then on things count again. */
    @Transactional(TxType.MANDATORY)
    public void resume(UUID sessionId, Instant at) {
        database.createNativeQuery(
                        "update uncounted_time set until = ?2 where session_id = ?1 and until is null and since < ?2")
                .setParameter(1, sessionId)
                .setParameter(2, at)
                .executeUpdate();
    }

    /** What does not count of these sessions, read for a batch. */
    public static Uncounted of(Connection connection, Collection<UUID> sessionIds) throws SQLException {
        Map<UUID, List<Uncounted.Span>> spans =
                read(connection, sessionIds).stream().collect(Collectors.groupingBy(Uncounted.Span::sessionId));
        return new Uncounted(spans);
    }

    private static List<Uncounted.Span> read(Connection connection, Collection<UUID> sessionIds) throws SQLException {
        return Bulk.of(new TreeSet<>(sessionIds)).column("uuid", id -> id).query(connection, UNCOUNTED, row -> {
            OffsetDateTime until = row.getObject(3, OffsetDateTime.class);
            return new Uncounted.Span(
                    row.getObject(1, UUID.class),
                    row.getObject(2, OffsetDateTime.class).toInstant(),
                    until == null ? Instant.MAX : until.toInstant());
        });
    }
}
