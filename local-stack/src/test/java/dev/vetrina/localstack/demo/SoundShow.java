package dev.vetrina.localstack.demo;

import dev.vetrina.localstack.demo.OrderFound.Line;
import dev.vetrina.localstack.demo.OrderFound.PaymentFound;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The evidence of a small show in which everything is right: ten units, of which one order has two and is paid, another
 * has one and is cancelled. Tests spoil one thing of it.
 */
final class SoundShow {

    static final UUID VARIANT = UUID.randomUUID();
    static final UUID PRODUCT = UUID.randomUUID();
    static final UUID PAID = UUID.randomUUID();
    static final UUID CANCELLED = UUID.randomUUID();
    static final List<FeedFact> TIMELINE = List.of(
            new FeedFact(1, "session-scheduled"),
            new FeedFact(2, "session-started"),
            new FeedFact(3, "product-pinned"),
            new FeedFact(4, "session-ended"));

    Map<UUID, StockCount> before = new HashMap<>(Map.of(VARIANT, new StockCount(10, 0, 5, 15)));
    Map<UUID, StockCount> after = new HashMap<>(Map.of(VARIANT, new StockCount(8, 0, 7, 15)));
    List<Purchase> purchases = List.of(purchase(PAID, 2), purchase(CANCELLED, 1));
    Set<UUID> toldPaid = Set.of(PAID);
    int unanswered;
    int repeatedOrders;
    List<OrderFound> orders = List.of(
            order(PAID, "PAID", 2, new PaymentFound(UUID.randomUUID(), "DECLINED", 0), captured(1)),
            order(CANCELLED, "CANCELLED", 1));
    Set<UUID> foundByOwner = Set.of(PAID, CANCELLED);
    SessionStatistics statistics = statistics(2, 1, 1);
    ViewerLog viewer = new ViewerLog();
    RoomFound room = new RoomFound(
            List.of("hello", "nice"),
            List.of("nice", "hello"),
            5,
            0,
            5,
            List.copyOf(HonestDraw.nonces().values()),
            Optional.of(HonestDraw.found()));

    SoundShow() {
        viewer.snapshot(2);
        viewer.fact(TIMELINE.get(2));
        viewer.pulse();
        viewer.fact(TIMELINE.get(3));
    }

    Verdict verdict() {
        SalesFigures sales = new SalesFigures(
                purchases, toldPaid, List.of(Duration.ofMillis(5)), Map.of(), 0, unanswered, repeatedOrders);
        return Verdict.on(
                new Evidence(before, after, sales, orders, foundByOwner, statistics, TIMELINE, List.of(viewer), room));
    }

    static SessionStatistics statistics(long placed, long paid, long declined) {
        return new SessionStatistics(
                "FINAL", 1, 1, placed, paid, declined, 1, 0, 2, List.of(gbp(200)), 1, 1.0, Map.of(PRODUCT, 2L));
    }

    static Purchase purchase(UUID order, int units) {
        Item item = new Item(VARIANT, PRODUCT, UUID.randomUUID(), "a hat", gbp(100));
        return new Purchase(order, "customer-1", List.of(new Wish(item, units)), gbp(units * 100L));
    }

    static OrderFound order(UUID id, String status, int units, PaymentFound... payments) {
        Money total = gbp(units * 100L);
        return new OrderFound(id, status, List.of(new Line(VARIANT, PRODUCT, units, total)), total, List.of(payments));
    }

    static PaymentFound captured(int charges) {
        return new PaymentFound(UUID.randomUUID(), "CAPTURED", charges);
    }

    static Money gbp(long amount) {
        return new Money(amount, "GBP");
    }
}
