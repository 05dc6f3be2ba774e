package dev.vetrina.localstack.demo;

import dev.vetrina.localstack.audit.ClientNotes;
import dev.vetrina.localstack.audit.ClientNotes.Accepted;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** What the clients of a chaos run were told. */
final class ClientLog {

    private final List<Accepted> accepted = new ArrayList<>();
    private final Set<UUID> toldPaid = new HashSet<>();
    private final Map<String, Integer> refusals = new TreeMap<>();
    private int unanswered;

    synchronized void accepted(String key, UUID order) {
        accepted.add(new Accepted(key, order));
    }

    synchronized void toldPaid(UUID order) {
        toldPaid.add(order);
    }

    /** @param code of a problem that was answered for good */
    synchronized void refused(String code) {
        refusals.merge(code, 1, Integer::sum);
    }

    /** No lasting answer came for all the client's patience. */
    synchronized void unanswered() {
        unanswered++;
    }

    synchronized int orders() {
        return accepted.size();
    }

    synchronized int unansweredRequests() {
        return unanswered;
    }

    synchronized Map<String, Integer> refusals() {
        return Map.copyOf(refusals);
    }

    synchronized ClientNotes notes() {
        return new ClientNotes(accepted, toldPaid);
    }
}
