package dev.vetrina.localstack.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** What buyers were told, as they noted it down. */
final class SalesLog {

    private final List<Purchase> purchases = new ArrayList<>();
    private final Set<UUID> toldPaid = new HashSet<>();
    private final List<Duration> answerTimes = new ArrayList<>();
    private final Map<String, Integer> refusals = new TreeMap<>();
    private int soldOut;
    private int unanswered;
    private int repeatedOrders;

    /** How long it took to hear whether an order is accepted, for the button pressed once and answered at once. */
    synchronized void answered(Duration took) {
        answerTimes.add(took);
    }

    synchronized void bought(Purchase purchase) {
        purchases.add(purchase);
    }

    /** The buyer was told that the payment is captured. */
    synchronized void toldPaid(UUID order) {
        toldPaid.add(order);
    }

    synchronized void soldOut() {
        soldOut++;
    }

    /** @param code of the problem that was answered for good */
    synchronized void refused(String code) {
        refusals.merge(code, 1, Integer::sum);
    }

    /** No lasting answer came, so there may be an order or not. */
    synchronized void unanswered() {
        unanswered++;
    }

    /** All answers to one key; more than one order among them is a duplicate. */
    synchronized void sameKey(List<UUID> orders) {
        Set<UUID> distinct = new HashSet<>(orders);
        repeatedOrders += Math.max(0, distinct.size() - 1);
    }

    synchronized SalesFigures figures() {
        return new SalesFigures(
                List.copyOf(purchases),
                Set.copyOf(toldPaid),
                List.copyOf(answerTimes),
                Map.copyOf(refusals),
                soldOut,
                unanswered,
                repeatedOrders);
    }
}
