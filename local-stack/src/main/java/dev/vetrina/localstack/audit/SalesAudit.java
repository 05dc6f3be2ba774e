package dev.vetrina.localstack.audit;

import dev.vetrina.localstack.audit.AuditFinding.Harm;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The judgement on a system that has come to rest: the database, the events, the provider's record and what clients were told
 * must all agree.
 *
 * @param findings none if everything is right
 */
public record SalesAudit(List<AuditFinding> findings) {

    public static SalesAudit of(OrderBooks books, PublishedFacts facts, ClientNotes notes) {
        return new SalesAudit(Stream.of(
                        StockAudit.of(books),
                        OrderAudit.of(books, notes),
                        ChargeAudit.of(books),
                        OrderFactAudit.of(books.orders(), facts.orders()),
                        StockFactAudit.of(books, facts.stock()))
                .flatMap(List::stream)
                .toList());
    }

    public boolean holds() {
        return findings.isEmpty();
    }

    /** How many findings did this harm: a figure of a benchmark. */
    public long count(Harm harm) {
        return findings.stream()
                .filter(finding -> finding.kind().harm() == harm)
                .count();
    }

    /** For people: one line a finding. */
    public String text() {
        return findings.stream().map(AuditFinding::toString).collect(Collectors.joining("\n"));
    }
}
