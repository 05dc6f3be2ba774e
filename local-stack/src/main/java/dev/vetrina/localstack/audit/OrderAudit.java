package dev.vetrina.localstack.audit;

import dev.vetrina.localstack.audit.AuditFinding.Kind;
import dev.vetrina.localstack.audit.ClientNotes.Accepted;
import dev.vetrina.localstack.audit.OrderBooks.OrderRow;
import dev.vetrina.localstack.audit.OrderBooks.PaymentRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/** What clients were told, against the database: every accepted order is there, and once. */
final class OrderAudit {

    private final OrderBooks books;
    /** They were cancelled after they were paid, or their payment came too late. */
    private final Set<UUID> givenBack = new HashSet<>();

    private final List<AuditFinding> findings = new ArrayList<>();

    private OrderAudit(OrderBooks books) {
        this.books = books;
        books.payments().stream()
                .filter(PaymentRow::givenBack)
                .map(PaymentRow::orderId)
                .forEach(givenBack::add);
    }

    static List<AuditFinding> of(OrderBooks books, ClientNotes notes) {
        OrderAudit audit = new OrderAudit(books);
        notes.accepted().stream().map(Accepted::orderId).distinct().forEach(audit::isThere);
        notes.toldPaid().forEach(audit::isPaid);
        audit.oneOrderAKey(notes.accepted());
        return audit.findings;
    }

    private void isThere(UUID id) {
        if (!books.orders().containsKey(id)) {
            add(Kind.ACCEPTED_ORDER_MISSING, "order " + id, "a row, as its client was told 201", "none");
        }
    }

    /** One that is missing altogether was accepted before it was paid, and is found as that. */
    private void isPaid(UUID id) {
        OrderRow order = books.orders().get(id);
        if (order != null && !order.paid() && !(order.over() && givenBack.contains(id))) {
            add(Kind.PAID_ORDER_UNPAID, "order " + id, "paid, as its client was told", order.status());
        }
    }

    /** Keys are as many as orders, and nearly all of them made one. */
    private void oneOrderAKey(List<Accepted> accepted) {
        Map<String, UUID> first = new HashMap<>();
        Map<String, Set<UUID>> others = new TreeMap<>();
        for (Accepted told : accepted) {
            UUID before = first.putIfAbsent(told.key(), told.orderId());
            if (before != null && !before.equals(told.orderId())) {
                others.computeIfAbsent(told.key(), key -> new TreeSet<>(Set.of(before)))
                        .add(told.orderId());
            }
        }
        others.forEach((key, orders) ->
                add(Kind.KEY_MADE_TWO_ORDERS, "Idempotency-Key " + key, "one order", orders.toString()));
    }

    private void add(Kind kind, String where, String expected, String found) {
        findings.add(new AuditFinding(kind, where, expected, found));
    }
}
