package dev.vetrina.live.statistics;

import dev.vetrina.events.Money;
import dev.vetrina.events.OrderEvent;
import dev.vetrina.events.OrderEvent.AfterPurchase;
import dev.vetrina.events.OrderEvent.Line;
import dev.vetrina.events.OrderEvent.OrderCancelled;
import dev.vetrina.events.OrderEvent.OrderCompleted;
import dev.vetrina.events.OrderEvent.OrderExpired;
import dev.vetrina.events.OrderEvent.OrderPaid;
import dev.vetrina.events.OrderEvent.OrderPlaced;
import dev.vetrina.events.OrderEvent.OrderRefunded;
import dev.vetrina.events.OrderEvent.PaymentChanged;
import dev.vetrina.events.OrderEvent.PaymentDeclined;
import dev.vetrina.events.OrderEvent.RefundFailed;
import dev.vetrina.events.OrderEvent.RefundRequested;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/** What some order events add to the figures of their sessions. Sorted, so that two who write take their rows in one order. */
final class SalesTally {

    private final SortedMap<UUID, OrderTally> orders = new TreeMap<>();
    private final SortedMap<Currency, Long> gmv = new TreeMap<>(Currency.ORDER);
    private final SortedMap<Product, Sold> products = new TreeMap<>(Product.ORDER);
    private final SortedSet<Buyer> buyers = new TreeSet<>(Buyer.ORDER);
    private final Map<UUID, UUID> expired = new HashMap<>();
    private final Set<UUID> paid = new HashSet<>();
    private final ScopedSales scoped = new ScopedSales();

    record Currency(UUID sessionId, String code) {

        private static final Comparator<Currency> ORDER =
                Comparator.comparing(Currency::sessionId).thenComparing(Currency::code);
    }

    record Product(UUID sessionId, UUID productId, String currency) {

        private static final Comparator<Product> ORDER = Comparator.comparing(Product::sessionId)
                .thenComparing(Product::productId)
                .thenComparing(Product::currency);
    }

    /** @param amount minor units */
    record Sold(long units, long amount) {

        private Sold plus(Sold other) {
            return new Sold(units + other.units, Math.addExact(amount, other.amount));
        }
    }

    record Buyer(UUID sessionId, String customerId) {

        private static final Comparator<Buyer> ORDER =
                Comparator.comparing(Buyer::sessionId).thenComparing(Buyer::customerId);
    }

    void add(OrderEvent event) {
        if (event instanceof OrderPlaced order) {
            scoped.add(order);
        }
        if (event instanceof OrderPaid order) {
            scoped.add(order);
            addLines(order);
        }
        UUID sessionId = event.sessionId();
        if (sessionId != null) {
            addStep(sessionId, event);
        }
    }

    private void addStep(UUID sessionId, OrderEvent event) {
        switch (event) {
            case OrderPlaced _ -> count(sessionId, OrderTally.PLACED);
            case OrderPaid order -> {
                count(sessionId, OrderTally.PAID);
                revive(order.orderId());
            }
            case PaymentDeclined _ -> count(sessionId, OrderTally.DECLINED);
            case OrderCancelled order -> addCancelled(sessionId, order);
            case OrderExpired order -> {
                count(sessionId, OrderTally.EXPIRED);
                expired.put(order.orderId(), sessionId);
            }
            // A show's sales are counted as they were made; money that went back later is the ledger's business.
            case PaymentChanged _, RefundRequested _, OrderRefunded _, RefundFailed _ -> {}
            case OrderCompleted _, AfterPurchase _ -> {}
        }
    }

    /** What expired and is paid after all has not expired. */
    private void revive(UUID orderId) {
        UUID sessionId = expired.remove(orderId);
        if (sessionId != null) {
            count(sessionId, OrderTally.REVIVED);
        } else {
            paid.add(orderId);
        }
    }

    /** One that was paid has come to its end before, and counts as the sale that it was. */
    private void addCancelled(UUID sessionId, OrderCancelled order) {
        if (!order.paid()) {
            count(sessionId, OrderTally.CANCELLED);
        }
    }

    /** A basket may be of several shows, or of none in part: each has sold its own lines, whichever of them counts the order. */
    private void addLines(OrderPaid order) {
        for (Line line : order.lines()) {
            UUID sessionId = line.sessionId();
            if (sessionId != null) {
                addLine(sessionId, order.customerId(), line);
            }
        }
    }

    private void addLine(UUID sessionId, String customerId, Line line) {
        Money total = line.total();
        count(sessionId, OrderTally.ofUnits(line.quantity()));
        buyers.add(new Buyer(sessionId, customerId));
        // What was paid for the goods: the order's total contains shipping.
        gmv.merge(new Currency(sessionId, total.currency()), total.amount(), Math::addExact);
        products.merge(
                new Product(sessionId, line.productId(), total.currency()),
                new Sold(line.quantity(), total.amount()),
                Sold::plus);
    }

    private void count(UUID sessionId, OrderTally more) {
        orders.merge(sessionId, more, OrderTally::plus);
    }

    SortedMap<UUID, OrderTally> orders() {
        return orders;
    }

    /** Minor units paid for goods. */
    SortedMap<Currency, Long> gmv() {
        return gmv;
    }

    SortedMap<Product, Sold> products() {
        return products;
    }

    SortedSet<Buyer> buyers() {
        return buyers;
    }

    /** Orders that expired, with their sessions. */
    Map<UUID, UUID> expired() {
        return expired;
    }

    /** Orders that were paid, some of which may have expired in an earlier batch. */
    Set<UUID> paid() {
        return paid;
    }

    /** By minute, market, brand and product. */
    ScopedSales scoped() {
        return scoped;
    }
}
