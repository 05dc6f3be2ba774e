package dev.vetrina.localstack.bench.checkout;

import dev.vetrina.localstack.audit.AuditAccess;
import dev.vetrina.localstack.audit.AuditFinding;
import dev.vetrina.localstack.audit.AuditFinding.Harm;
import dev.vetrina.localstack.audit.ClientNotes;
import dev.vetrina.localstack.audit.SalesAudit;
import dev.vetrina.localstack.stack.StackFailure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Whether everything that was sold was sold right.
 *
 * @param audit of the system at rest, or null if there could be none
 * @param obstacle why there is none; empty otherwise
 */
record SalesJudgement(@Nullable SalesAudit audit, String obstacle) {

    /** For the last events to be published and read, after as many orders as a run can make. */
    private static final Duration LIMIT = Duration.ofMinutes(3);

    private static final int MOST_LINES = 20;

    /** What was measured is not lost with the judgement on it. */
    static SalesJudgement of(AuditAccess records, ClientNotes notes, Consumer<String> progress) {
        try {
            return of(records.audit(notes, LIMIT, progress));
        } catch (StackFailure e) {
            if (Thread.currentThread().isInterrupted()) {
                throw e;
            }
            return new SalesJudgement(null, "What was sold could NOT be audited: " + e.getMessage());
        }
    }

    static SalesJudgement of(SalesAudit audit) {
        return new SalesJudgement(audit, "");
    }

    /** How often something did this harm, or null if nobody knows. */
    @Nullable
    Long count(Harm harm) {
        return audit == null ? null : Long.valueOf(audit.count(harm));
    }

    /** Sentences, of which the first sums up the others; none if everything is right. */
    List<String> harm() {
        if (audit == null) {
            return List.of(obstacle);
        }
        if (audit.holds()) {
            return List.of();
        }
        List<AuditFinding> findings = audit.findings();
        List<String> harm = new ArrayList<>();
        harm.add(String.format(
                "What was sold was sold WRONG: oversold %d, lost %d, double-charged %d; findings of all kinds %d.",
                audit.count(Harm.OVERSOLD), audit.count(Harm.LOST), audit.count(Harm.DOUBLE_CHARGED), findings.size()));
        findings.stream().limit(MOST_LINES).map(finding -> "  " + finding).forEach(harm::add);
        return harm;
    }
}
