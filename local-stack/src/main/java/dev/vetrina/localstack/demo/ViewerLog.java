package dev.vetrina.localstack.demo;

import java.util.ArrayList;
import java.util.List;

/** What one viewer got from the feed, in the order in which it came. */
final class ViewerLog {

    private final List<Entry> entries = new ArrayList<>();
    private long frames;
    private int connections;

    /**
     * A fact, or a snapshot, which stands for all facts up to its sequence.
     *
     * @param fact its kind is {@code snapshot} for one
     */
    record Entry(FeedFact fact, boolean snapshot) {}

    synchronized void connected() {
        connections++;
    }

    synchronized void snapshot(long sequence) {
        frames++;
        entries.add(new Entry(new FeedFact(sequence, "snapshot"), true));
    }

    synchronized void fact(FeedFact fact) {
        frames++;
        entries.add(new Entry(fact, false));
    }

    synchronized void pulse() {
        frames++;
    }

    synchronized List<Entry> entries() {
        return List.copyOf(entries);
    }

    /** Every event that came, pulses included. */
    synchronized long frames() {
        return frames;
    }

    synchronized int connections() {
        return connections;
    }

    /** The id to resume from; empty before anything came. */
    synchronized String lastEventId() {
        return entries.isEmpty() ? "" : Long.toString(entries.getLast().fact().sequence());
    }
}
