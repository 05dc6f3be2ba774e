package dev.vetrina.localstack.demo;

import dev.vetrina.localstack.demo.Finding.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * The session's statistics equal the orders. They are counted from events, each once, so this also shows that every order
 * became an event, and no event came twice.
 */
final class StatisticsCheck {

    private final List<OrderFound> orders;
    private final Map<UUID, String> buyers;
    private final List<Finding> findings = new ArrayList<>();

    private StatisticsCheck(List<OrderFound> orders, List<Purchase> purchases) {
        this.orders = orders;
        this.buyers = new HashMap<>();
        purchases.forEach(purchase -> buyers.put(purchase.orderId(), purchase.account()));
    }

    /** @param viewers how many people watched, each signed in as somebody else */
    static List<Finding> of(
            List<OrderFound> orders, List<Purchase> purchases, int viewers, SessionStatistics statistics) {
        StatisticsCheck check = new StatisticsCheck(orders, purchases);
        check.same("unique viewers", viewers, statistics.viewersUnique());
        check.orders(statistics);
        check.sales(statistics);
        return check.findings;
    }

    private void orders(SessionStatistics statistics) {
        same("placed orders", orders.size(), statistics.placed());
        same("paid orders", count(OrderFound::isPaid), statistics.paid());
        same("cancelled orders", count(order -> order.status().equals("CANCELLED")), statistics.cancelled());
        same("expired orders", count(order -> order.status().equals("EXPIRED")), statistics.expired());
        same(
                "declined payments",
                orders.stream()
                        .flatMap(order -> order.payments().stream())
                        .filter(payment -> payment.status().equals("DECLINED"))
                        .count(),
                statistics.declined());
    }

    private void sales(SessionStatistics statistics) {
        List<OrderFound> paid = orders.stream().filter(OrderFound::isPaid).toList();
        same("units", paid.stream().mapToLong(OrderFound::units).sum(), statistics.units());
        same(
                "paying viewers",
                paid.stream()
                        .map(order -> buyers.getOrDefault(order.id(), order.id().toString()))
                        .distinct()
                        .count(),
                statistics.payingViewers());
        Map<String, Long> gmv = new TreeMap<>();
        paid.forEach(order -> gmv.merge(order.total().currency(), order.total().amount(), Long::sum));
        Map<String, Long> told = new TreeMap<>();
        statistics.gmv().forEach(money -> told.merge(money.currency(), money.amount(), Long::sum));
        sameObjects("GMV", gmv, told);
        Map<UUID, Long> byProduct = new HashMap<>();
        paid.forEach(order ->
                order.lines().forEach(line -> byProduct.merge(line.productId(), (long) line.quantity(), Long::sum)));
        sameObjects("units of each product", byProduct, statistics.unitsByProduct());
    }

    private long count(Predicate<OrderFound> wanted) {
        return orders.stream().filter(wanted).count();
    }

    private void same(String what, long inOrders, long inStatistics) {
        sameObjects(what, inOrders, inStatistics);
    }

    private <T> void sameObjects(String what, T inOrders, T inStatistics) {
        if (!inOrders.equals(inStatistics)) {
            findings.add(new Finding(
                    Kind.STATISTICS, 1, what + ": found " + inOrders + ", and the statistics say " + inStatistics));
        }
    }
}
