package dev.vetrina.gateway.feed;

import java.util.ArrayDeque;
import java.util.List;

/** The newest facts of a channel: every fact above {@link #floor()} that has arrived, in order. */
final class FactRing {

    private final int capacity;
    private final ArrayDeque<Fact> facts = new ArrayDeque<>();
    private long floor;
    private long head;

    /** @param floor the sequence above which nothing will be missed */
    FactRing(int capacity, long floor) {
        this.capacity = capacity;
        this.floor = floor;
        this.head = floor;
    }

    /** @return whether it is news */
    boolean add(Fact fact) {
        if (fact.sequence() <= head) {
            return false;
        }
        if (facts.size() == capacity) {
            floor = facts.removeFirst().sequence();
        }
        facts.addLast(fact);
        head = fact.sequence();
        return true;
    }

    /** Forgets everything: what came up to this sequence is known only from a snapshot. */
    void restart(long sequence) {
        facts.clear();
        floor = sequence;
        head = sequence;
    }

    long floor() {
        return floor;
    }

    /** The newest sequence that is known. */
    long head() {
        return head;
    }

    /** Whether a viewer who has seen everything up to this sequence can go on from here. */
    boolean covers(long sequence) {
        return floor <= sequence && sequence <= head;
    }

    List<Fact> after(long sequence) {
        return facts.stream().filter(fact -> fact.sequence() > sequence).toList();
    }
}
