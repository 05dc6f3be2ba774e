package dev.vetrina.localstack.audit;

import dev.vetrina.events.EventJson;
import dev.vetrina.events.OrderEvent;
import dev.vetrina.localstack.audit.AuditFinding.Kind;
import dev.vetrina.localstack.audit.OrderBooks.OrderRow;
import dev.vetrina.localstack.audit.PublishedFacts.OrderFact;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The events of each order, which are to be 0, 1, 2, … once each and in this order, and end where the database is. */
final class OrderFactAudit {

    private static final String PLACED = EventJson.typeOf(OrderEvent.OrderPlaced.class);
    /** Payments, refunds, fulfilment and returns have events of their own in the same sequence, and change no status. */
    private static final Map<String, String> STATUS_AFTER = Map.of(
            PLACED,
            "PENDING_PAYMENT",
            EventJson.typeOf(OrderEvent.OrderPaid.class),
            "PAID",
            EventJson.typeOf(OrderEvent.OrderCancelled.class),
            "CANCELLED",
            EventJson.typeOf(OrderEvent.OrderExpired.class),
            "EXPIRED",
            EventJson.typeOf(OrderEvent.OrderCompleted.class),
            "COMPLETED");

    private static final Set<String> TOLD_BY_EVENTS = Set.copyOf(STATUS_AFTER.values());

    private final Map<UUID, List<OrderFact>> facts = new HashMap<>();
    private final List<AuditFinding> findings = new ArrayList<>();

    private OrderFactAudit() {}

    static List<AuditFinding> of(Map<UUID, OrderRow> orders, List<OrderFact> published) {
        OrderFactAudit audit = new OrderFactAudit();
        published.forEach(fact -> audit.facts
                .computeIfAbsent(fact.orderId(), first -> new ArrayList<>(2))
                .add(fact));
        orders.values().forEach(audit::check);
        audit.facts.keySet().stream().filter(id -> !orders.containsKey(id)).forEach(audit::ofNoOrder);
        return audit.findings;
    }

    private void check(OrderRow order) {
        List<OrderFact> told = facts.getOrDefault(order.id(), List.of());
        boolean placed = told.stream().anyMatch(fact -> fact.type().equals(PLACED));
        if (!placed) {
            add(Kind.PLACED_EVENT_MISSING, order.id(), "an event " + PLACED, told.size() + " other events");
        }
        // What follows from an order without its beginning has been said.
        sequence(order, told, placed ? 0 : 1);
        if (!told.isEmpty()) {
            end(order, told);
        }
    }

    private void sequence(OrderRow order, List<OrderFact> told, long first) {
        Set<Long> seen = new HashSet<>();
        long next = first;
        for (OrderFact fact : told) {
            if (!seen.add(fact.sequence())) {
                add(Kind.EVENT_TWICE, order.id(), "each event once", "event " + fact.sequence() + " again");
            } else if (fact.sequence() < next) {
                add(Kind.EVENTS_OUT_OF_ORDER, order.id(), "rising sequences", sequences(told));
            }
            next = Math.max(next, fact.sequence() + 1);
        }
        for (long sequence = first; sequence < next; sequence++) {
            if (!seen.contains(sequence)) {
                add(Kind.GAP_IN_EVENTS, order.id(), "event " + sequence, sequences(told));
            }
        }
    }

    private void end(OrderRow order, List<OrderFact> told) {
        long last = told.stream().mapToLong(OrderFact::sequence).max().orElseThrow();
        String status = statusAfter(told);
        boolean statusKnown = TOLD_BY_EVENTS.contains(order.status()) && !status.isEmpty();
        if (last != order.version() || (statusKnown && !status.equals(order.status()))) {
            add(
                    Kind.LAST_EVENT_DIFFERS,
                    order.id(),
                    order.status() + " at " + order.version() + ", as in the database",
                    status + " at " + last);
        }
    }

    /** Of the event with the highest sequence that changed it, wherever it stands. */
    private static String statusAfter(List<OrderFact> told) {
        return told.stream()
                .filter(fact -> STATUS_AFTER.containsKey(fact.type()))
                .max((one, other) -> Long.compare(one.sequence(), other.sequence()))
                .map(fact -> STATUS_AFTER.getOrDefault(fact.type(), ""))
                .orElse("");
    }

    private void ofNoOrder(UUID id) {
        add(
                Kind.EVENT_OF_NO_ORDER,
                id,
                "an order in the database",
                "events " + sequences(facts.getOrDefault(id, List.of())));
    }

    private static String sequences(List<OrderFact> told) {
        return told.stream().map(OrderFact::sequence).toList().toString();
    }

    private void add(Kind kind, UUID order, String expected, String found) {
        findings.add(new AuditFinding(kind, "order " + order, expected, found));
    }
}
