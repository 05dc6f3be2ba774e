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
    /** Of a unit; what an order costs is its units' price. */
    static final long PRICE = 1_000;

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
        sales.told(PAID, "order.placed.v1", "order.payment-declined.v1", "order.paid.v1");
        sales.attempt(UUID.randomUUID(), PAID, "DECLINED", "DECLINED", 0);
        sales.attempt(PAYMENT, PAID, "CAPTURED", "CAPTURED", 2 * PRICE);
        sales.order(PENDING, "PENDING_PAYMENT", 0, 1);
        sales.told(PENDING, "order.placed.v1");
        sales.order(CANCELLED, "CANCELLED", 1, 1);
        sales.told(CANCELLED, "order.placed.v1", "order.cancelled.v1");
        sales.order(EXPIRED, "EXPIRED", 3, 3);
        sales.told(EXPIRED, "order.placed.v1", "order.expired.v1", "order.refund-requested.v1", "order.refunded.v1");
        sales.attempt(REFUNDED_PAYMENT, EXPIRED, "CAPTURED", "CAPTURED", 3 * PRICE);
        sales.unwanted(REFUNDED_PAYMENT);
        sales.refund(REFUNDED_PAYMENT, 3 * PRICE);
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
                "orders",
                Map.of(
                        "id", text(id),
                        "status", "'" + status + "'",
                        "version", Long.toString(version),
                        "total", Long.toString(units * PRICE)));
        database.insert(
                "order_line",
                Map.of(
                        "order_id", text(id),
                        "variant_id", text(VARIANT),
                        "pool", "'shared'",
                        "quantity", Integer.toString(units)));
        accepted.add(new Accepted("key of " + id, id));
    }

    /** An attempt to pay, as the order knows it and as the provider does, which captured so much in one go. */
    void attempt(UUID id, UUID order, String status, String atTheProvider, long captured) throws SQLException {
        String amount = Long.toString(captured);
        database.insert(
                "payment",
                Map.of(
                        "id",
                        text(id),
                        "order_id",
                        text(order),
                        "status",
                        "'" + status + "'",
                        "captured_amount",
                        status.equals("CAPTURED") ? amount : "0"));
        database.insert(
                "simulated_charge",
                Map.of(
                        "payment_id",
                        text(id),
                        "status",
                        "'" + atTheProvider + "'",
                        "amount",
                        amount,
                        "captured_amount",
                        amount,
                        "captures",
                        captured > 0 ? "1" : "0"));
    }

    /** The attempt is captured parcel by parcel. */
    void atShipment(UUID payment, int captures) throws SQLException {
        database.execute("update payment set capture_at_once = false where id = " + text(payment));
        database.execute("update simulated_charge set capture_at_once = false, captures = " + captures
                + " where payment_id = " + text(payment));
    }

    void unwanted(UUID payment) throws SQLException {
        database.execute("update payment set unwanted = true where id = " + text(payment));
    }

    void refund(UUID payment, long amount) throws SQLException {
        database.execute("update payment set refunded_amount = " + amount + " where id = " + text(payment));
        database.execute(
                "update simulated_charge set refunded_amount = " + amount + " where payment_id = " + text(payment));
    }

    void move(int available, int held, int sold) throws SQLException {
        move("CORRECTION", "null", available, held, sold);
    }

    /** Units of a paid order that are not its buyer's any more. */
    void giveBack(UUID order, String reason, int available, int sold) throws SQLException {
        move(reason, text(order), available, 0, sold);
    }

    private void move(String reason, String order, int available, int held, int sold) throws SQLException {
        database.insert(
                "stock_movement",
                Map.of(
                        "variant_id", text(VARIANT),
                        "pool", "'shared'",
                        "reason", "'" + reason + "'",
                        "order_id", order,
                        "available_delta", Integer.toString(available),
                        "held_delta", Integer.toString(held),
                        "sold_delta", Integer.toString(sold)));
    }

    /** What the counters are after all moves, and what was told of them. */
    void stockIs(int available, int held, int sold) throws SQLException {
        database.execute("update stock_level set available = %d, held = %d, sold = %d where variant_id = %s"
                .formatted(available, held, sold, text(VARIANT)));
        stockFact(9, new Counters(available, held, sold));
    }

    /** The waitlist's first keeps so many units. */
    void offer(int units) throws SQLException {
        database.insert(
                "waitlist_entry",
                Map.of(
                        "variant_id",
                        text(VARIANT),
                        "pool",
                        "'shared'",
                        "status",
                        "'OFFERED'",
                        "offered",
                        Integer.toString(units)));
    }

    /** Everything that was told of an order, from its beginning. */
    void told(UUID order, String... types) {
        for (int sequence = 0; sequence < types.length; sequence++) {
            fact(order, types[sequence], sequence);
        }
    }

    void fact(UUID order, String type, long sequence) {
        orderFacts.add(new OrderFact(type, order, sequence));
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
