package dev.vetrina.live.follow;

import dev.vetrina.kit.id.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.query.NativeQuery;

@ApplicationScoped
class NoticeRepository {

    private final EntityManager database;

    NoticeRepository(EntityManager database) {
        this.database = database;
    }

    /** Once for a kind and a start; one that was withdrawn begins anew, and passes by whoever it had reached. */
    void plan(UUID sessionId, UUID creatorId, NoticeKind kind, Instant startsAt, Instant dueAt) {
        database.createNativeQuery("""
                        insert into notice (id, session_id, creator_id, kind, starts_at, due_at, status, told_up_to)
                        values (?1, ?2, ?3, ?4, ?5, ?6, 'WAITING', '')
                        on conflict (session_id, kind, starts_at) do update
                            set status = 'WAITING', due_at = excluded.due_at, told_up_to = ''
                            where notice.status = 'WITHDRAWN'
                        """)
                .setParameter(1, Ids.next())
                .setParameter(2, sessionId)
                .setParameter(3, creatorId)
                .setParameter(4, kind.name())
                .setParameter(5, startsAt)
                .setParameter(6, dueAt)
                .executeUpdate();
    }

    /** What was announced for another start than this one, or is not to be told any more at all. */
    void withdraw(UUID sessionId, Instant butOf) {
        database.createNativeQuery("""
                        update notice set status = 'WITHDRAWN'
                        where session_id = ?1 and status = 'WAITING' and starts_at <> ?2
                        """)
                .setParameter(1, sessionId)
                .setParameter(2, butOf)
                .executeUpdate();
    }

    void withdrawAll(UUID sessionId) {
        database.createNativeQuery(
                        "update notice set status = 'WITHDRAWN' where session_id = ?1 and status = 'WAITING'")
                .setParameter(1, sessionId)
                .executeUpdate();
    }

    /** Whether the session was announced for another start. */
    boolean announcedOtherwise(UUID sessionId, Instant startsAt) {
        return !database.createNativeQuery("""
                        select 1 from notice
                        where session_id = ?1 and kind in ('SCHEDULED', 'POSTPONED') and starts_at <> ?2 limit 1
                        """, Integer.class)
                .setParameter(1, sessionId)
                .setParameter(2, startsAt)
                .getResultList()
                .isEmpty();
    }

    /** Claims one that is due, passing by those that another instance has claimed. */
    Optional<Notice> claimDue(Instant now) {
        List<Tuple> rows = database.createNativeQuery("""
                        select id, session_id, creator_id, kind, starts_at, told_up_to from notice
                        where status = 'WAITING' and due_at <= ?1
                        order by due_at, id limit 1 for update skip locked
                        """, Tuple.class)
                .unwrap(NativeQuery.class)
                .addScalar("id", UUID.class)
                .addScalar("session_id", UUID.class)
                .addScalar("creator_id", UUID.class)
                .addScalar("kind", String.class)
                .addScalar("starts_at", Instant.class)
                .addScalar("told_up_to", String.class)
                .setParameter(1, now)
                .getResultList();
        return rows.stream()
                .map(row -> new Notice(
                        row.get(0, UUID.class),
                        row.get(1, UUID.class),
                        row.get(2, UUID.class),
                        NoticeKind.valueOf(row.get(3, String.class)),
                        row.get(4, Instant.class),
                        row.get(5, String.class)))
                .findFirst();
    }

    /**
     * The next of those whom it concerns, in the order of their ids.
     *
     * @param listed whether the session is there for everybody; otherwise only those are told who asked for it
     */
    List<String> audience(Notice notice, boolean listed, int limit) {
        return database
                .createNativeQuery("""
                        (select customer_id from follow
                            where creator_id = ?1 and ?2 and customer_id > ?3 order by customer_id limit ?5)
                        union
                        (select customer_id from reminder
                            where session_id = ?4 and customer_id > ?3 order by customer_id limit ?5)
                        order by customer_id limit ?5
                        """, String.class)
                .setParameter(1, notice.creatorId())
                .setParameter(2, listed && notice.kind().toFollowers())
                .setParameter(3, notice.toldUpTo())
                .setParameter(4, notice.sessionId())
                .setParameter(5, limit)
                .getResultList()
                .stream()
                .map(String.class::cast)
                .toList();
    }

    /** Notes who is told. Returns those who were not told the same before. */
    List<String> tell(Notice notice, List<String> customers, Instant now) {
        return database
                .createNativeQuery("""
                        insert into notice_told (session_id, customer_id, kind, starts_at, told_at)
                        select ?1, unnest(cast(?2 as text[])), ?3, ?4, ?5
                        on conflict do nothing returning customer_id
                        """, String.class)
                .setParameter(1, notice.sessionId())
                .setParameter(2, customers.toArray(String[]::new))
                .setParameter(3, notice.kind().name())
                .setParameter(4, notice.startsAt())
                .setParameter(5, now)
                .getResultList()
                .stream()
                .map(String.class::cast)
                .toList();
    }

    void goOn(Notice notice, String toldUpTo) {
        database.createNativeQuery("update notice set told_up_to = ?2 where id = ?1")
                .setParameter(1, notice.id())
                .setParameter(2, toldUpTo)
                .executeUpdate();
    }

    void finish(Notice notice) {
        database.createNativeQuery("update notice set status = 'DONE' where id = ?1")
                .setParameter(1, notice.id())
                .executeUpdate();
    }
}
