package dev.vetrina.localstack.audit;

import dev.vetrina.localstack.audit.AuditFinding.Kind;
import dev.vetrina.localstack.audit.OrderBooks.ChargeRow;
import dev.vetrina.localstack.audit.OrderBooks.OrderRow;
import dev.vetrina.localstack.audit.OrderBooks.PaymentRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** The payment provider's own record against the orders: who paid was charged once, and has the order. */
final class ChargeAudit {

    private final OrderBooks books;
    private final Map<UUID, PaymentRow> payments = new HashMap<>();
    private final Map<UUID, Integer> charged = new HashMap<>();
    private final List<AuditFinding> findings = new ArrayList<>();

    private ChargeAudit(OrderBooks books) {
        this.books = books;
        books.payments().forEach(payment -> payments.put(payment.id(), payment));
    }

    static List<AuditFinding> of(OrderBooks books) {
        ChargeAudit audit = new ChargeAudit(books);
        books.charges().forEach(audit::check);
        audit.chargedOnce();
        books.orders().values().stream()
                .filter(OrderRow::paid)
                .filter(order -> !audit.charged.containsKey(order.id()))
                .forEach(audit::paidWithoutCharge);
        return audit.findings;
    }

    private void check(ChargeRow charge) {
        String where = "payment " + charge.paymentId();
        if (charge.captures() > 1) {
            add(Kind.CAPTURED_TWICE, where, "one capture", charge.captures() + " captures");
        }
        if (charge.orderId() != null && charge.captures() > 0) {
            // An order whose money was given back since was charged for all that.
            charged.merge(charge.orderId(), charge.kept() ? 1 : 0, Integer::sum);
        }
        if (charge.kept() && !hasItsOrder(charge)) {
            add(Kind.CHARGED_FOR_NOTHING, where, "a paid order, or a refund", orderOf(charge));
        }
    }

    private boolean hasItsOrder(ChargeRow charge) {
        PaymentRow payment = payments.get(charge.paymentId());
        OrderRow order = payment == null ? null : books.orders().get(payment.orderId());
        return payment != null && (payment.givenBack() || (order != null && order.paid()));
    }

    private String orderOf(ChargeRow charge) {
        OrderRow order = charge.orderId() == null ? null : books.orders().get(charge.orderId());
        return order == null ? "no order" : "order " + order.id() + " is " + order.status();
    }

    private void chargedOnce() {
        Map<UUID, Long> attempts = books.payments().stream()
                .filter(PaymentRow::captured)
                .collect(Collectors.groupingBy(PaymentRow::orderId, Collectors.counting()));
        books.orders().keySet().forEach(order -> {
            long most = Math.max(attempts.getOrDefault(order, 0L), charged.getOrDefault(order, 0));
            if (most > 1) {
                add(Kind.TWO_ATTEMPTS_CAPTURED, "order " + order, "one captured attempt", most + " captured attempts");
            }
        });
    }

    private void paidWithoutCharge(OrderRow order) {
        add(Kind.PAID_WITHOUT_CHARGE, "order " + order.id(), "a captured charge", "none, and it is " + order.status());
    }

    private void add(Kind kind, String where, String expected, String found) {
        findings.add(new AuditFinding(kind, where, expected, found));
    }
}
