package dev.vetrina.localstack.demo;

import dev.vetrina.localstack.demo.Finding.Kind;
import java.util.List;
import java.util.stream.Stream;

/** What the evidence of a show proves: everything is right if there is no finding. */
record Verdict(List<Finding> findings) {

    static Verdict on(Evidence evidence) {
        return new Verdict(Stream.of(
                        StockCheck.of(evidence),
                        OrderCheck.of(evidence),
                        StatisticsCheck.of(
                                evidence.orders(),
                                evidence.sales().purchases(),
                                evidence.viewers().size(),
                                evidence.statistics()),
                        RoomCheck.of(evidence.room()),
                        FeedCheck.of(evidence.timeline(), evidence.viewers()))
                .flatMap(List::stream)
                .toList());
    }

    Verdict and(List<Finding> others) {
        return new Verdict(Stream.concat(findings.stream(), others.stream()).toList());
    }

    boolean holds() {
        return findings.isEmpty();
    }

    long count(Kind kind) {
        return findings.stream()
                .filter(finding -> finding.kind() == kind)
                .mapToLong(Finding::count)
                .sum();
    }
}
