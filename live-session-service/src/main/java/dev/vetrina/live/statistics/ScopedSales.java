package dev.vetrina.live.statistics;

import dev.vetrina.events.Money;
import dev.vetrina.events.OrderEvent.Line;
import dev.vetrina.events.OrderEvent.OrderPaid;
import dev.vetrina.events.OrderEvent.OrderPlaced;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What some orders add to the figures by minute, market, brand and product. The time of the event counts, not that of its coming. */
final class ScopedSales {

    private final SortedMap<SalesScope, Count> counts = new TreeMap<>(SalesScope.ORDER);
    private final SortedMap<Amount, Long> amounts = new TreeMap<>(Amount.ORDER);
    private final SortedSet<Customer> customers = new TreeSet<>(Customer.ORDER);

    record Count(long placed, long paid, long units) {

        static final Count PLACED = new Count(1, 0, 0);
        static final Count PAID = new Count(0, 1, 0);

        Count plus(Count more) {
            return new Count(placed + more.placed, paid + more.paid, units + more.units);
        }
    }

    record Amount(SalesScope scope, String currency) {

        private static final Comparator<Amount> ORDER =
                Comparator.comparing(Amount::scope, SalesScope.ORDER).thenComparing(Amount::currency);
    }

    record Customer(UUID sessionId, UUID brandId, String market, String customerId) {

        private static final Comparator<Customer> ORDER = Comparator.comparing(Customer::sessionId)
                .thenComparing(Customer::brandId)
                .thenComparing(Customer::market)
                .thenComparing(Customer::customerId);
    }

    void add(OrderPlaced order) {
        countOrder(order.sessionId(), order.market(), order.placedAt(), order.lines(), Count.PLACED);
    }

    void add(OrderPaid order) {
        countOrder(order.sessionId(), order.market(), order.paidAt(), order.lines(), Count.PAID);
        for (Line line : order.lines()) {
            UUID sessionId = line.sessionId();
            if (sessionId != null) {
                addLine(SalesScope.ofSession(sessionId, order.market(), order.paidAt()), order.customerId(), line);
            }
        }
    }

    /** The order is its show's; of brands and products it is in each show that sold something of theirs in it. */
    private void countOrder(@Nullable UUID sessionId, String market, Instant time, List<Line> lines, Count step) {
        Set<SalesScope> scopes = new HashSet<>();
        if (sessionId != null) {
            scopes.add(SalesScope.ofSession(sessionId, market, time));
        }
        for (Line line : lines) {
            UUID lineSession = line.sessionId();
            if (lineSession != null) {
                SalesScope scope = SalesScope.ofSession(lineSession, market, time);
                scopes.add(scope.ofBrand(line.brandId()));
                scopes.add(scope.ofProduct(line.brandId(), line.productId()));
            }
        }
        scopes.forEach(scope -> counts.merge(scope, step, Count::plus));
    }

    private void addLine(SalesScope session, String customerId, Line line) {
        Money total = line.total();
        Count units = new Count(0, 0, line.quantity());
        for (SalesScope scope : List.of(
                session, session.ofBrand(line.brandId()), session.ofProduct(line.brandId(), line.productId()))) {
            counts.merge(scope, units, Count::plus);
            amounts.merge(new Amount(scope, total.currency()), total.amount(), Math::addExact);
        }
        for (UUID brandId : List.of(SalesScope.ANY, line.brandId())) {
            customers.add(new Customer(session.sessionId(), brandId, session.market(), customerId));
        }
    }

    SortedMap<SalesScope, Count> counts() {
        return counts;
    }

    /** Minor units paid for goods. */
    SortedMap<Amount, Long> amounts() {
        return amounts;
    }

    /** Who paid for something. */
    SortedSet<Customer> customers() {
        return customers;
    }
}
