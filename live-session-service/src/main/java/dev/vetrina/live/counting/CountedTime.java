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
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/** Until when things count. It is the time at which something happened that decides, however late it is told. */
@ApplicationScoped
public class CountedTime {

    private final EntityManager database;

    CountedTime(EntityManager database) {
        this.database = database;
    }

    /** From then on nothing counts: the session's end, or {@link Instant#EPOCH} for one of which nothing ever counts. What was stopped does not go on. */
    @Transactional(TxType.MANDATORY)
    public void stop(UUID sessionId, Instant at) {
        database.createNativeQuery("""
                        insert into counted_until (session_id, until) values (?1, ?2)
                        on conflict (session_id) do update set until = least(counted_until.until, excluded.until)
                        """)
                .setParameter(1, sessionId)
                .setParameter(2, at)
                .executeUpdate();
    }

    /** Where the time of these sessions ends, read for a batch. */
    public static CountedSessions of(Connection connection, Collection<UUID> sessionIds) throws SQLException {
        String sql = """
                select session_id, until from counted_until where session_id in (select * from unnest(?::uuid[]))
                """;
        return new CountedSessions(Bulk.of(new TreeSet<>(sessionIds))
                .column("uuid", id -> id)
                .query(
                        connection,
                        sql,
                        row -> Map.entry(
                                row.getObject(1, UUID.class),
                                row.getObject(2, OffsetDateTime.class).toInstant()))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }
}
