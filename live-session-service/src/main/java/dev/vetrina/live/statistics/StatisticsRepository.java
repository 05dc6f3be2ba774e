package dev.vetrina.live.statistics;

import dev.vetrina.events.Money;
import dev.vetrina.events.OrderEvent.Line;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Counters by session, raised in place. */
@ApplicationScoped
class StatisticsRepository {

    private final EntityManager database;

    StatisticsRepository(EntityManager database) {
        this.database = database;
    }

    /** A step of an order, and the counter's column. */
    enum Step {
        PLACED("placed"),
        PAID("paid"),
        DECLINED("declined"),
        CANCELLED("cancelled"),
        EXPIRED("expired");

        private final String column;

        Step(String column) {
            this.column = column;
        }
    }

    void count(UUID sessionId, Step step, long units) {
        String sql = """
                insert into session_orders (session_id, %1$s, units) values (?1, 1, ?2)
                on conflict (session_id) do update set
                    %1$s = session_orders.%1$s + 1, units = session_orders.units + excluded.units
                """.formatted(step.column);
        database.createNativeQuery(sql)
                .setParameter(1, sessionId)
                .setParameter(2, units)
                .executeUpdate();
    }

    void countExpired(UUID sessionId, UUID orderId) {
        count(sessionId, Step.EXPIRED, 0);
        database.createNativeQuery("insert into expired_order (order_id, session_id) values (?1, ?2)")
                .setParameter(1, orderId)
                .setParameter(2, sessionId)
                .executeUpdate();
    }

    /** An order that had expired is paid after all; of any other nothing was counted. */
    void uncountExpired(UUID orderId) {
        database.createNativeQuery("""
                        with revived as (delete from expired_order where order_id = ?1 returning session_id)
                        update session_orders set expired = expired - 1
                        from revived where session_orders.session_id = revived.session_id
                        """).setParameter(1, orderId).executeUpdate();
    }

    void addGmv(UUID sessionId, Money total) {
        database.createNativeQuery("""
                        insert into session_gmv (session_id, currency, amount) values (?1, ?2, ?3)
                        on conflict (session_id, currency) do update set amount = session_gmv.amount + excluded.amount
                        """)
                .setParameter(1, sessionId)
                .setParameter(2, total.currency())
                .setParameter(3, total.amount())
                .executeUpdate();
    }

    void addProduct(UUID sessionId, Line line) {
        database.createNativeQuery("""
                        insert into session_product_sales (session_id, product_id, currency, units, amount)
                        values (?1, ?2, ?3, ?4, ?5)
                        on conflict (session_id, product_id, currency) do update set
                            units = session_product_sales.units + excluded.units,
                            amount = session_product_sales.amount + excluded.amount
                        """)
                .setParameter(1, sessionId)
                .setParameter(2, line.productId())
                .setParameter(3, line.total().currency())
                .setParameter(4, (long) line.quantity())
                .setParameter(5, line.total().amount())
                .executeUpdate();
    }

    void addBuyer(UUID sessionId, String customerId) {
        database.createNativeQuery(
                        "insert into session_buyer (session_id, customer_id) values (?1, ?2) on conflict do nothing")
                .setParameter(1, sessionId)
                .setParameter(2, customerId)
                .executeUpdate();
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
