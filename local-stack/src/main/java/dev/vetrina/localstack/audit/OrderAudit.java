package dev.vetrina.localstack.audit;

import dev.vetrina.localstack.audit.AuditFinding.Kind;
import dev.vetrina.localstack.audit.ClientNotes.Accepted;
import dev.vetrina.localstack.audit.OrderBooks.OrderRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What clients were told, against the database: every accepted order is there, and once. */
final class OrderAudit {

    private final OrderBooks books;
    private final List<AuditFinding> findings = new ArrayList<>();

    private OrderAudit(OrderBooks books) {
        this.books = books;
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
        if (order != null && !order.paid() && !(order.over() && givenBack(id))) {
            add(Kind.PAID_ORDER_UNPAID, "order " + id, "paid, as its client was told", order.status());
        }
    }

    /** It was cancelled after it was paid, or the payment came too late. */
    private boolean givenBack(UUID order) {
        return books.payments().stream().anyMatch(payment -> payment.orderId().equals(order) && payment.givenBack());
    }

    private void oneOrderAKey(List<Accepted> accepted) {
        Map<String, Set<UUID>> byKey = accepted.stream()
                .collect(Collectors.groupingBy(
                        Accepted::key, Collectors.mapping(Accepted::orderId, Collectors.toSet())));
        byKey.forEach((key, orders) -> {
            if (orders.size() > 1) {
                add(Kind.KEY_MADE_TWO_ORDERS, "Idempotency-Key " + key, "one order", orders.toString());
            }
        });
    }

    private void add(Kind kind, String where, String expected, String found) {
        findings.add(new AuditFinding(kind, where, expected, found));
    }
}
