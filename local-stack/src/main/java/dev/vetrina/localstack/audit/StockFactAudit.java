package dev.vetrina.localstack.audit;

import dev.vetrina.localstack.audit.AuditFinding.Kind;
import dev.vetrina.localstack.audit.PublishedFacts.StockFact;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The events of stock, whose topic keeps only the latest of each variant for sure: it is what the database says. */
final class StockFactAudit {

    private final Map<UUID, StockFact> last = new HashMap<>();
    private final Set<UUID> moved = new HashSet<>();
    private final Set<UUID> seen = new HashSet<>();
    private final List<AuditFinding> findings = new ArrayList<>();

    private StockFactAudit() {}

    static List<AuditFinding> of(OrderBooks books, List<StockFact> published) {
        StockFactAudit audit = new StockFactAudit();
        books.movements().keySet().forEach(pool -> audit.moved.add(pool.variantId()));
        published.forEach(audit::follow);
        Map<UUID, Counters> levels = new HashMap<>();
        books.levels().forEach((pool, counters) -> levels.merge(pool.variantId(), counters, Counters::plus));
        levels.forEach(audit::compare);
        return audit.findings;
    }

    private void follow(StockFact fact) {
        StockFact before = last.put(fact.variantId(), fact);
        if (!seen.add(fact.eventId())) {
            add(Kind.EVENT_TWICE, fact.variantId(), "each event once", "event " + fact.sequence() + " again");
        } else if (before != null && fact.sequence() <= before.sequence()) {
            add(
                    Kind.EVENTS_OUT_OF_ORDER,
                    fact.variantId(),
                    "more than " + before.sequence(),
                    Long.toString(fact.sequence()));
        }
    }

    private void compare(UUID variant, Counters level) {
        StockFact told = last.get(variant);
        if (told == null && level.equals(Counters.ZERO) && !moved.contains(variant)) {
            // Its row only counts who waits: nothing was ever put on sale.
            return;
        }
        if (told == null || !told.counters().equals(level)) {
            add(Kind.STOCK_EVENT_DIFFERS, variant, level.toString(), told == null ? "no event" : told.toString());
        }
    }

    private void add(Kind kind, UUID variant, String expected, String found) {
        findings.add(new AuditFinding(kind, "variant " + variant, expected, found));
    }
}
