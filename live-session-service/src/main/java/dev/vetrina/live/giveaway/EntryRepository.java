package dev.vetrina.live.giveaway;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class EntryRepository implements PanacheRepositoryBase<GiveawayEntry, UUID> {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    /** Writes an entry unless the customer has one. */
    void enter(UUID id, UUID giveawayId, String customerId, String nonce, Instant now) {
        getEntityManager()
                .createNativeQuery("""
                        insert into giveaway_entry (id, giveaway_id, customer_id, nonce, entered_at)
                        values (?1, ?2, ?3, ?4, ?5) on conflict (giveaway_id, customer_id) do nothing
                        """)
                .setParameter(1, id)
                .setParameter(2, giveawayId)
                .setParameter(3, customerId)
                .setParameter(4, nonce)
                .setParameter(5, now)
                .executeUpdate();
    }

    Optional<GiveawayEntry> of(UUID giveawayId, String customerId) {
        return find("giveawayId = ?1 and customerId = ?2", giveawayId, customerId)
                .firstResultOptional();
    }

    void withdraw(UUID giveawayId, String customerId) {
        delete("giveawayId = ?1 and customerId = ?2", giveawayId, customerId);
    }

    /** All of them, as they are hashed and drawn. */
    List<Draw.Line> lines(UUID giveawayId) {
        return getEntityManager()
                .createQuery(
                        "select new dev.vetrina.live.giveaway.Draw$Line(id, nonce) from GiveawayEntry where giveawayId = ?1",
                        Draw.Line.class)
                .setParameter(1, giveawayId)
                .getResultList();
    }

    List<GiveawayEntry> list(UUID giveawayId, Optional<UUID> after, int rows) {
        return find("giveawayId = ?1 and id > ?2 order by id", giveawayId, after.orElse(BEFORE_ALL))
                .range(0, rows - 1)
                .list();
    }

    List<GiveawayEntry> all(Collection<UUID> ids) {
        return list("id in ?1", ids);
    }
}
