package dev.vetrina.localstack.audit;

import dev.vetrina.localstack.audit.AuditFinding.Kind;
import dev.vetrina.localstack.audit.OrderBooks.ChargeRow;
import dev.vetrina.localstack.audit.OrderBooks.OrderRow;
import dev.vetrina.localstack.audit.OrderBooks.PaymentRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The payment provider's own record against the orders: who paid was charged once, and has the order. */
final class ChargeAudit {

    private final OrderBooks books;
    private final Map<UUID, PaymentRow> payments = new HashMap<>();
    private final Set<UUID> secured = new HashSet<>();
    private final Map<UUID, Integer> kept = new HashMap<>();
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
                .filter(order -> !audit.secured.contains(order.id()))
                .forEach(audit::paidWithoutCharge);
        audit.amountsAgree();
        return audit.findings;
    }

    private void check(ChargeRow charge) {
        String where = "payment " + charge.paymentId();
        if (charge.takenTwice()) {
            add(
                    Kind.CAPTURED_TWICE,
                    where,
                    "no more than " + charge.amount() + " captured",
                    charge.captured() + " in " + charge.captures() + " captures");
        }
        UUID order = charge.orderId();
        if (order != null && charge.secured()) {
            // An order whose money was given back since was charged for all that.
            secured.add(order);
        }
        if (order != null && charge.kept()) {
            kept.merge(order, 1, Integer::sum);
        }
        if (charge.kept() && !hasItsOrder(charge)) {
            add(Kind.CHARGED_FOR_NOTHING, where, "a paid order, or a refund", orderOf(charge));
        }
    }

    private boolean hasItsOrder(ChargeRow charge) {
        PaymentRow payment = payments.get(charge.paymentId());
        OrderRow order = payment == null ? null : books.orders().get(payment.orderId());
        return order != null && order.paid();
    }

    private String orderOf(ChargeRow charge) {
        OrderRow order = charge.orderId() == null ? null : books.orders().get(charge.orderId());
        return order == null ? "no order" : "order " + order.id() + " is " + order.status();
    }

    private void chargedOnce() {
        Map<UUID, Long> attempts = books.payments().stream()
                .filter(PaymentRow::kept)
                .collect(Collectors.groupingBy(PaymentRow::orderId, Collectors.counting()));
        books.orders().keySet().forEach(order -> {
            long most = Math.max(attempts.getOrDefault(order, 0L), kept.getOrDefault(order, 0));
            if (most > 1) {
                add(
                        Kind.TWO_ATTEMPTS_CAPTURED,
                        "order " + order,
                        "one attempt that keeps money",
                        most + " such attempts");
            }
        });
    }

    /** What was found of a payment or its order already says more than that their amounts differ. */
    private void amountsAgree() {
        Set<String> found = findings.stream().map(AuditFinding::where).collect(Collectors.toSet());
        for (ChargeRow charge : books.charges()) {
            PaymentRow payment = payments.get(charge.paymentId());
            if (payment != null
                    && !charge.agrees(payment)
                    && !found.contains("payment " + payment.id())
                    && !found.contains("order " + payment.orderId())) {
                add(
                        Kind.PAYMENT_DIFFERS_FROM_CHARGE,
                        "payment " + payment.id(),
                        charge.captured() + " captured and " + charge.refunded() + " refunded",
                        payment.captured() + " and " + payment.refunded());
            }
        }
    }

    private void paidWithoutCharge(OrderRow order) {
        add(
                Kind.PAID_WITHOUT_CHARGE,
                "order " + order.id(),
                "a charge that is captured or authorised",
                "none, and it is " + order.status());
    }

    private void add(Kind kind, String where, String expected, String found) {
        findings.add(new AuditFinding(kind, where, expected, found));
    }
}
