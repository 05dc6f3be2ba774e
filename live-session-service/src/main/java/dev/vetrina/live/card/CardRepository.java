package dev.vetrina.live.card;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

@ApplicationScoped
class CardRepository implements PanacheRepositoryBase<Card, UUID> {

    Optional<Card> lock(UUID productId) {
        return findByIdOptional(productId, LockModeType.PESSIMISTIC_WRITE);
    }

    List<Card> all(Collection<UUID> productIds) {
        return list("productId in ?1", productIds);
    }

    List<Card> ofBrand(UUID brandId, Collection<UUID> productIds) {
        return list("brandId = ?1 and productId in ?2 order by productId", brandId, productIds);
    }

    Map<UUID, UUID> brandsOf(Collection<UUID> productIds) {
        List<Tuple> rows = getEntityManager()
                .createNativeQuery("select product_id, brand_id from card where product_id in (?1)", Tuple.class)
                .setParameter(1, productIds)
                .getResultList();
        return rows.stream().collect(Collectors.toMap(row -> row.get(0, UUID.class), row -> row.get(1, UUID.class)));
    }

    Optional<UUID> productOf(UUID variantId) {
        return getEntityManager()
                .createNativeQuery("select product_id from card where variant_ids @> array[?1]", UUID.class)
                .setParameter(1, variantId)
                .getResultList()
                .stream()
                .map(UUID.class::cast)
                .findFirst();
    }

    /** When the next announced price of one of these takes effect; in the past for one that has and was not told yet. */
    Optional<Instant> nextPriceAt(Collection<UUID> productIds) {
        return getEntityManager()
                .createQuery(
                        "select min(card.nextPriceAt) from Card card where card.productId in :products", Instant.class)
                .setParameter("products", productIds)
                .getResultStream()
                .filter(Objects::nonNull)
                .findFirst();
    }

    /** Claims a card on which an announced price is due, passing by those that another instance has claimed. */
    Optional<Card> claimDue(Instant now) {
        return getEntityManager().createNativeQuery("""
                        select * from card where next_price_at <= ?1
                        order by next_price_at limit 1 for update skip locked
                        """, Card.class).setParameter(1, now).getResultList().stream()
                .map(Card.class::cast)
                .findFirst();
    }
}
