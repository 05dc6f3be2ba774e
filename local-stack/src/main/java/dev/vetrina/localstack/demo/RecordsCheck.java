package dev.vetrina.localstack.demo;

import dev.vetrina.localstack.audit.AuditAccess;
import dev.vetrina.localstack.audit.AuditFinding;
import dev.vetrina.localstack.audit.ClientNotes;
import dev.vetrina.localstack.audit.ClientNotes.Accepted;
import dev.vetrina.localstack.demo.Finding.Kind;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** The audit of the system's own records, where the demo may look into them. */
final class RecordsCheck {

    private static final Duration LIMIT = Duration.ofMinutes(2);

    private RecordsCheck() {}

    static List<Finding> of(AuditAccess records, SalesFigures sales, Consumer<String> progress) {
        return records.audit(notes(sales), LIMIT, progress).findings().stream()
                .map(RecordsCheck::finding)
                .toList();
    }

    /** Whether one key made two orders is asked of the answers themselves: each order stands for a key of its own here. */
    private static ClientNotes notes(SalesFigures sales) {
        return new ClientNotes(
                sales.purchases().stream()
                        .map(purchase -> new Accepted(purchase.orderId().toString(), purchase.orderId()))
                        .toList(),
                sales.toldPaid());
    }

    private static Finding finding(AuditFinding found) {
        Kind kind = switch (found.kind().harm()) {
            case OVERSOLD -> Kind.OVERSOLD;
            case LOST -> Kind.LOST;
            case DOUBLE_CHARGED, DUPLICATED -> Kind.DUPLICATED;
            case CONTRADICTION -> Kind.RECORDS;
        };
        return new Finding(kind, 1, found.toString());
    }
}
