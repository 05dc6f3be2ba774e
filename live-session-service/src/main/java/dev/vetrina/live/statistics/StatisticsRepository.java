package dev.vetrina.live.statistics;

import dev.vetrina.events.Money;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** The figures of sessions, as {@link SalesTally} wrote them. */
@ApplicationScoped
class StatisticsRepository {

    private final EntityManager database;

    StatisticsRepository(EntityManager database) {
        this.database = database;
    }

    OrderTally tally(UUID sessionId) {
        return rows(
                        "select placed, paid, declined, cancelled, expired, units from session_orders where session_id = ?1",
                        sessionId)
                .stream()
                .map(row -> new OrderTally(
                        row.get(0, Long.class),
                        row.get(1, Long.class),
                        row.get(2, Long.class),
                        row.get(3, Long.class),
                        row.get(4, Long.class),
                        row.get(5, Long.class)))
                .findFirst()
                .orElse(OrderTally.NONE);
    }

    List<Money> gmv(UUID sessionId) {
        return rows("select amount, currency from session_gmv where session_id = ?1 order by currency", sessionId)
                .stream()
                .map(row -> new Money(row.get(0, Long.class), row.get(1, String.class)))
                .toList();
    }

    List<ProductSales> products(UUID sessionId) {
        return rows("""
                        select product_id, units, amount, currency from session_product_sales
                        where session_id = ?1 order by product_id, currency
                        """, sessionId).stream()
                .map(row -> new ProductSales(
                        row.get(0, UUID.class),
                        row.get(1, Long.class),
                        new Money(row.get(2, Long.class), row.get(3, String.class))))
                .toList();
    }

    long buyers(UUID sessionId) {
        return rows("select count(*) from session_buyer where session_id = ?1", sessionId)
                .getFirst()
                .get(0, Long.class);
    }

    Map<UUID, Long> paidOrders(Collection<UUID> sessionIds) {
        List<Tuple> rows = database.createNativeQuery(
                        "select session_id, paid from session_orders where session_id in (?1)", Tuple.class)
                .setParameter(1, sessionIds)
                .getResultList();
        return rows.stream().collect(Collectors.toMap(row -> row.get(0, UUID.class), row -> row.get(1, Long.class)));
    }

    /** What was sold of a product in one currency. */
    record ProductSales(UUID productId, long units, Money amount) {}

    private List<Tuple> rows(String sql, UUID sessionId) {
        return database.createNativeQuery(sql, Tuple.class)
                .setParameter(1, sessionId)
                .getResultList();
    }
}
