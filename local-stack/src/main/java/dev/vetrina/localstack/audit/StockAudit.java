package dev.vetrina.localstack.audit;

import dev.vetrina.localstack.audit.AuditFinding.Kind;
import dev.vetrina.localstack.audit.OrderBooks.Pool;
import dev.vetrina.localstack.audit.OrderBooks.Taken;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Counters against the movements that prove them, and against the orders that hold and bought the units. */
final class StockAudit {

    private final OrderBooks books;
    private final List<AuditFinding> findings = new ArrayList<>();

    private StockAudit(OrderBooks books) {
        this.books = books;
    }

    static List<AuditFinding> of(OrderBooks books) {
        StockAudit audit = new StockAudit(books);
        Set<Pool> pools = new HashSet<>(books.levels().keySet());
        pools.addAll(books.movements().keySet());
        pools.addAll(books.taken().keySet());
        pools.forEach(audit::check);
        return audit.findings;
    }

    private void check(Pool pool) {
        Counters level = books.levels().getOrDefault(pool, Counters.ZERO);
        Counters moved = books.movements().getOrDefault(pool, Counters.ZERO);
        if (!level.equals(moved)) {
            add(Kind.COUNTERS_DIFFER_FROM_MOVEMENTS, pool, moved, level);
        }
        if (level.held() + level.sold() > moved.sum()) {
            add(Kind.OVERSOLD, pool, "at most " + moved.sum() + " units held and sold", level);
        } else if (level.available() < 0 || level.held() < 0 || level.sold() < 0) {
            add(Kind.NEGATIVE_COUNTER, pool, "no counter below 0", level);
        }
        compareWithOrders(pool, level);
    }

    private void compareWithOrders(Pool pool, Counters level) {
        Taken taken = books.taken().getOrDefault(pool, Taken.NOTHING);
        if (level.sold() != taken.sold()) {
            add(Kind.SOLD_DIFFERS_FROM_ORDERS, pool, taken.sold() + " units of paid orders", level.sold() + " sold");
        }
        // A negative counter has its finding already.
        if (level.held() >= 0 && level.held() != taken.held()) {
            add(Kind.HELD_DIFFERS_FROM_ORDERS, pool, taken.held() + " units of pending orders", level.held() + " held");
        }
    }

    private void add(Kind kind, Pool pool, Object expected, Object found) {
        findings.add(new AuditFinding(kind, pool.toString(), expected.toString(), found.toString()));
    }
}
