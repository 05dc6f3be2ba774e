package dev.vetrina.localstack.access;

import dev.vetrina.localstack.http.Answer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What was answered otherwise than it should be, and what was asked at all. */
final class Findings {

    private final Map<String, Integer> calls = new TreeMap<>();
    private final Set<String> walked = new HashSet<>();
    private final List<String> findings = new ArrayList<>();

    void expect(String what, int status, Operation operation, Answer answer) {
        expect(what, Set.of(status), operation, answer);
    }

    void expect(String what, Set<Integer> statuses, Operation operation, Answer answer) {
        calls.merge(what, 1, Integer::sum);
        walked.add(operation.id());
        if (!statuses.contains(answer.status())) {
            add(operation, what + ": " + statuses + " was to come, not " + answer.summary());
        }
    }

    void add(Operation operation, String finding) {
        findings.add(operation + " with " + finding);
    }

    List<String> all() {
        return findings;
    }

    Map<String, Integer> calls() {
        return calls;
    }

    int walked() {
        return walked.size();
    }
}
