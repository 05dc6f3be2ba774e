package dev.vetrina.localstack.audit;

import dev.vetrina.localstack.audit.ClientNotes.Accepted;
import dev.vetrina.localstack.audit.PublishedFacts.OrderFact;
import dev.vetrina.localstack.audit.PublishedFacts.StockFact;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Sales in which everything is right: of ten units two are sold, one is held, and two orders are over, of which one was
 * charged too late and refunded. Tests spoil one thing of it.
 */
final class SoundSales {

    static final UUID VARIANT = UUID.randomUUID();
    static final UUID PAID = UUID.randomUUID();
    static final UUID PENDING = UUID.randomUUID();
    static final UUID CANCELLED = UUID.randomUUID();
    static final UUID EXPIRED = UUID.randomUUID();
    /** The attempt that was captured. */
    static final UUID PAYMENT = UUID.randomUUID();

    static final UUID REFUNDED_PAYMENT = UUID.randomUUID();

    final OrderDatabase database;
    final List<OrderFact> orderFacts = new ArrayList<>();
    final List<StockFact> stockFacts = new ArrayList<>();
    final List<Accepted> accepted = new ArrayList<>();
    final Set<UUID> toldPaid = new HashSet<>(Set.of(PAID));

    private SoundSales(OrderDatabase database) {
        this.database = database;
    }

    static SoundSales in(OrderDatabase database) throws SQLException {
        database.clear();
        SoundSales sales = new SoundSales(database);
        sales.order(PAID, "PAID", 2, 2);
        sales.fact(PAID, "order.placed.v1", 0);
        sales.fact(PAID, "order.payment-declined.v1", 1);
        sales.fact(PAID, "order.paid.v1", 2);
        sales.attempt(UUID.randomUUID(), PAID, "DECLINED", "DECLINED", 0);
        sales.attempt(PAYMENT, PAID, "CAPTURED", "CAPTURED", 1);
        sales.order(PENDING, "PENDING_PAYMENT", 0, 1);
        sales.fact(PENDING, "order.placed.v1", 0);
        sales.order(CANCELLED, "CANCELLED", 1, 1);
        sales.fact(CANCELLED, "order.placed.v1", 0);
        sales.fact(CANCELLED, "order.cancelled.v1", 1);
        sales.order(EXPIRED, "EXPIRED", 1, 3);
        sales.fact(EXPIRED, "order.placed.v1", 0);
        sales.fact(EXPIRED, "order.expired.v1", 1);
        sales.attempt(REFUNDED_PAYMENT, EXPIRED, "REFUNDED", "REFUNDED", 1);
        sales.stock();
        return sales;
    }

    private void stock() throws SQLException {
        move(10, 0, 0);
        move(-7, 7, 0);
        move(4, -6, 2);
        database.insert(
                "stock_level",
                Map.of("variant_id", text(VARIANT), "pool", "'shared'", "available", "7", "held", "1", "sold", "2"));
        stockFact(1, new Counters(10, 0, 0));
        stockFact(3, new Counters(7, 1, 2));
    }

    void order(UUID id, String status, long version, int units) throws SQLException {
        database.insert(
                "orders", Map.of("id", text(id), "status", "'" + status + "'", "version", Long.toString(version)));
        database.insert(
                "order_line",
                Map.of(
                        "order_id", text(id),
                        "variant_id", text(VARIANT),
                        "pool", "'shared'",
                        "quantity", Integer.toString(units)));
        accepted.add(new Accepted("key of " + id, id));
    }

    /** An attempt to pay, as the order knows it and as the provider does. */
    void attempt(UUID id, UUID order, String status, String atTheProvider, int captures) throws SQLException {
        database.insert("payment", Map.of("id", text(id), "order_id", text(order), "status", "'" + status + "'"));
        database.insert(
                "simulated_charge",
                Map.of(
                        "payment_id", text(id),
                        "status", "'" + atTheProvider + "'",
                        "captures", Integer.toString(captures)));
    }

    void move(int available, int held, int sold) throws SQLException {
        database.insert(
                "stock_movement",
                Map.of(
                        "variant_id", text(VARIANT),
                        "pool", "'shared'",
                        "available_delta", Integer.toString(available),
                        "held_delta", Integer.toString(held),
                        "sold_delta", Integer.toString(sold)));
    }

    void fact(UUID order, String type, long sequence) {
        orderFacts.add(new OrderFact(UUID.randomUUID(), type, order, sequence));
    }

    void stockFact(long sequence, Counters counters) {
        stockFacts.add(new StockFact(UUID.randomUUID(), VARIANT, sequence, counters));
    }

    OrderFact factOf(UUID order, long sequence) {
        return orderFacts.stream()
                .filter(fact -> fact.orderId().equals(order) && fact.sequence() == sequence)
                .findFirst()
                .orElseThrow();
    }

    SalesAudit audit() throws SQLException {
        return SalesAudit.of(
                database.books(), new PublishedFacts(orderFacts, stockFacts), new ClientNotes(accepted, toldPaid));
    }

    static String text(UUID id) {
        return "'" + id + "'";
    }
}
