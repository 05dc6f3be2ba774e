package dev.vetrina.localstack.room;

import dev.vetrina.localstack.http.EventStream.Event;
import java.util.ArrayList;
import java.util.List;

/** What the feed told one viewer and is never dropped, in the order in which it came. Read while it is written. */
final class FactRecord {

    private final List<Entry> entries = new ArrayList<>();
    private long pulses;

    /**
     * A fact, or a snapshot, which stands for everything up to its sequence.
     *
     * @param kind the event's name
     * @param data the event's data as they came
     */
    record Entry(long sequence, String kind, String data) {

        boolean isSnapshot() {
            return kind.equals("snapshot");
        }
    }

    synchronized void add(Event event) {
        if (event.id().isEmpty()) {
            pulses++;
        } else {
            entries.add(new Entry(Long.parseLong(event.id()), event.name(), event.data()));
        }
    }

    synchronized List<Entry> entries() {
        return List.copyOf(entries);
    }

    synchronized int size() {
        return entries.size();
    }

    synchronized long pulses() {
        return pulses;
    }

    /** The id to go on from; empty before anything came. */
    synchronized String lastEventId() {
        return entries.isEmpty() ? "" : Long.toString(entries.getLast().sequence());
    }
}
