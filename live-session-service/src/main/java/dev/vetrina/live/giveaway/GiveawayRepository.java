package dev.vetrina.live.giveaway;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

@ApplicationScoped
class GiveawayRepository implements PanacheRepositoryBase<Giveaway, UUID> {

    private static final UUID BEFORE_ALL = new UUID(0, 0);
    private static final Set<GiveawayStatus> UNFINISHED =
            Set.of(GiveawayStatus.ANNOUNCED, GiveawayStatus.OPEN, GiveawayStatus.CLOSED);

    Optional<Giveaway> of(UUID sessionId, UUID id) {
        return find("id = ?1 and sessionId = ?2", id, sessionId).firstResultOptional();
    }

    Optional<Giveaway> lock(UUID sessionId, UUID id) {
        return find("id = ?1 and sessionId = ?2", id, sessionId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /** Keeps it from being closed until the transaction ends, and tells whether it is open; others may do so at once. */
    boolean holdOpen(UUID id) {
        return getEntityManager()
                .createNativeQuery("select status from giveaway where id = ?1 for share", String.class)
                .setParameter(1, id)
                .getSingleResult()
                .equals(GiveawayStatus.OPEN.name());
    }

    long countUnfinished(UUID sessionId) {
        return count("sessionId = ?1 and status in ?2", sessionId, UNFINISHED);
    }

    /** In the order of their ids. */
    List<Giveaway> unfinished(UUID sessionId) {
        return list("sessionId = ?1 and status in ?2 order by id", sessionId, UNFINISHED);
    }

    /** Giveaways of a session in the order of their ids. */
    List<Giveaway> list(UUID sessionId, Optional<UUID> after, int rows) {
        return find("sessionId = ?1 and id > ?2 order by id", sessionId, after.orElse(BEFORE_ALL))
                .range(0, rows - 1)
                .list();
    }

    /** Those of which a step is due, the latest first: one that cannot be drawn falls behind the others. */
    List<UUID> due(Instant now, int atMost) {
        return getEntityManager()
                .createNativeQuery("""
                        select id from giveaway
                        where status = 'ANNOUNCED' and opens_at <= ?1
                            or status = 'OPEN' and closes_at <= ?1
                            or status = 'CLOSED' and draws_at <= ?1
                        order by case status when 'ANNOUNCED' then opens_at when 'OPEN' then closes_at else draws_at end desc
                        """, UUID.class)
                .setParameter(1, now)
                .setMaxResults(atMost)
                .getResultList()
                .stream()
                .map(UUID.class::cast)
                .toList();
    }

    /** Locks it, unless another instance has. */
    Optional<Giveaway> claim(UUID id) {
        return getEntityManager()
                .createNativeQuery("select * from giveaway where id = ?1 for update skip locked", Giveaway.class)
                .setParameter(1, id)
                .getResultList()
                .stream()
                .map(Giveaway.class::cast)
                .findFirst();
    }
}
