package dev.vetrina.localstack.demo;

import dev.vetrina.localstack.demo.Finding.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Every order that was answered with 201 is there, once, and so is every payment. */
final class OrderCheck {

    private final Evidence evidence;
    private final Map<UUID, OrderFound> found = new HashMap<>();
    private final List<Finding> findings = new ArrayList<>();

    private OrderCheck(Evidence evidence) {
        this.evidence = evidence;
    }

    static List<Finding> of(Evidence evidence) {
        OrderCheck check = new OrderCheck(evidence);
        evidence.orders().forEach(check::listedOnce);
        evidence.sales().purchases().forEach(check::isThere);
        evidence.sales().toldPaid().forEach(check::isPaid);
        evidence.orders().forEach(check::paidOnce);
        check.nobodysOrders();
        return check.findings;
    }

    private void listedOnce(OrderFound order) {
        if (found.put(order.id(), order) != null) {
            add(Kind.DUPLICATED, 1, order.id(), "is listed twice");
        }
    }

    private void isThere(Purchase purchase) {
        OrderFound order = found.get(purchase.orderId());
        if (order == null) {
            add(Kind.LOST, 1, purchase.orderId(), "was accepted and is not among the session's orders");
        } else if (!evidence.foundByOwner().contains(purchase.orderId())) {
            add(Kind.LOST, 1, purchase.orderId(), "was accepted and its buyer cannot see it");
        } else if (!order.total().equals(purchase.total())) {
            add(Kind.PAYMENT, 1, order.id(), "costs " + order.total() + ", and its buyer was told " + purchase.total());
        }
    }

    private void isPaid(UUID id) {
        OrderFound order = found.get(id);
        if (order == null || !order.isPaid()) {
            add(
                    Kind.LOST,
                    1,
                    id,
                    "was paid, as its buyer was told, and is " + (order == null ? "gone" : order.status()));
        }
    }

    private void paidOnce(OrderFound order) {
        long captured = order.payments().stream()
                .filter(payment -> payment.status().equals("CAPTURED"))
                .count();
        long charges = order.payments().stream()
                .mapToLong(OrderFound.PaymentFound::charges)
                .sum();
        if (captured > 1 || charges > 1) {
            add(Kind.DUPLICATED, Math.max(captured, charges) - 1, order.id(), "was charged more than once");
        }
        if (order.isPaid() != (captured > 0)) {
            add(Kind.LOST, 1, order.id(), "is " + order.status() + " with " + captured + " captured payments");
        }
        long undecided = order.payments().stream()
                .filter(OrderFound.PaymentFound::isUndecided)
                .count();
        if (undecided > 0) {
            add(Kind.PAYMENT, undecided, order.id(), "has a payment that nobody knows the outcome of");
        }
    }

    /** An order that no buyer knows of is allowed only to one whose request was never answered. */
    private void nobodysOrders() {
        Set<UUID> known =
                evidence.sales().purchases().stream().map(Purchase::orderId).collect(Collectors.toSet());
        List<UUID> unknown =
                found.keySet().stream().filter(id -> !known.contains(id)).toList();
        long tooMany = (long) unknown.size() - evidence.sales().unanswered();
        if (tooMany > 0) {
            add(Kind.DUPLICATED, tooMany, unknown.getFirst(), "and others were never answered to anybody");
        }
        if (evidence.sales().repeatedOrders() > 0) {
            findings.add(new Finding(
                    Kind.DUPLICATED, evidence.sales().repeatedOrders(), "one key was answered with several orders"));
        }
    }

    private void add(Kind kind, long count, UUID order, String text) {
        findings.add(new Finding(kind, count, "order " + order + " " + text));
    }
}
