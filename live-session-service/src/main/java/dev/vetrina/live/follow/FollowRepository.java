package dev.vetrina.live.follow;

import dev.vetrina.live.creator.Followers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.query.NativeQuery;

/** Rows that say no more than that they are there. */
@ApplicationScoped
class FollowRepository implements Followers {

    private final EntityManager database;

    FollowRepository(EntityManager database) {
        this.database = database;
    }

    void follow(UUID creatorId, String customerId, Instant now) {
        database.createNativeQuery("""
                        insert into follow (creator_id, customer_id, followed_at) values (?1, ?2, ?3)
                        on conflict do nothing
                        """)
                .setParameter(1, creatorId)
                .setParameter(2, customerId)
                .setParameter(3, now)
                .executeUpdate();
    }

    void unfollow(UUID creatorId, String customerId) {
        database.createNativeQuery("delete from follow where creator_id = ?1 and customer_id = ?2")
                .setParameter(1, creatorId)
                .setParameter(2, customerId)
                .executeUpdate();
    }

    List<FollowView> followed(String customerId, UUID after, int rows) {
        List<Tuple> found = database.createNativeQuery("""
                        select creator_id, followed_at from follow where customer_id = ?1 and creator_id > ?2
                        order by creator_id
                        """, Tuple.class)
                .unwrap(NativeQuery.class)
                .addScalar("creator_id", UUID.class)
                .addScalar("followed_at", Instant.class)
                .setParameter(1, customerId)
                .setParameter(2, after)
                .setMaxResults(rows)
                .getResultList();
        return found.stream()
                .map(row -> new FollowView(row.get(0, UUID.class), row.get(1, Instant.class)))
                .toList();
    }

    @Override
    @Transactional
    public Map<UUID, Long> of(Collection<UUID> creatorIds) {
        List<Tuple> counts = database.createNativeQuery(
                        "select creator_id, count(*) from follow where creator_id in (?1) group by creator_id",
                        Tuple.class)
                .setParameter(1, creatorIds)
                .getResultList();
        return counts.stream().collect(Collectors.toMap(row -> row.get(0, UUID.class), row -> row.get(1, Long.class)));
    }

    void remind(UUID sessionId, String customerId, Instant now) {
        database.createNativeQuery("""
                        insert into reminder (session_id, customer_id, created_at) values (?1, ?2, ?3)
                        on conflict do nothing
                        """)
                .setParameter(1, sessionId)
                .setParameter(2, customerId)
                .setParameter(3, now)
                .executeUpdate();
    }

    void forget(UUID sessionId, String customerId) {
        database.createNativeQuery("delete from reminder where session_id = ?1 and customer_id = ?2")
                .setParameter(1, sessionId)
                .setParameter(2, customerId)
                .executeUpdate();
    }

    List<ReminderView> reminders(String customerId, UUID after, int rows) {
        List<Tuple> found = database.createNativeQuery("""
                        select session_id, created_at from reminder where customer_id = ?1 and session_id > ?2
                        order by session_id
                        """, Tuple.class)
                .unwrap(NativeQuery.class)
                .addScalar("session_id", UUID.class)
                .addScalar("created_at", Instant.class)
                .setParameter(1, customerId)
                .setParameter(2, after)
                .setMaxResults(rows)
                .getResultList();
        return found.stream()
                .map(row -> new ReminderView(row.get(0, UUID.class), row.get(1, Instant.class)))
                .toList();
    }

    /** Nothing of this customer is left here. */
    void erase(String customerId) {
        for (String table : List.of("follow", "reminder", "notice_told")) {
            database.createNativeQuery("delete from " + table + " where customer_id = ?1")
                    .setParameter(1, customerId)
                    .executeUpdate();
        }
    }
}
