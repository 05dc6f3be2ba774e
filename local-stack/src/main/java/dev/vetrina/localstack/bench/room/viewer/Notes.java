package dev.vetrina.localstack.bench.room.viewer;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;

/** What the viewers of this process have been told since {@link #begin}. For one thread only. */
final class Notes {

    private static final byte[] PULSE = Bytes.of("pulse\n");
    private static final byte[] PULSE_OF_SOCKET_IO = Bytes.of("pulse\"");
    private static final byte[] SNAPSHOT = Bytes.of("snapshot");
    private static final byte[] SEQUENCE = Bytes.of("\"sequence\":");
    private static final byte[] OCCURRED_AT = Bytes.of("\"occurredAt\":\"");
    private static final byte[] SENT = Bytes.of(SentStamp.LEAD);

    private final Map<Long, FactArrivals> facts = new TreeMap<>();
    private Histogram chat = FactArrivals.histogram();
    private long factsTold;
    private long pulses;
    private long disorder;
    private long lost;
    private long bytesRead;

    void begin() {
        facts.clear();
        chat = FactArrivals.histogram();
        factsTold = 0;
        pulses = 0;
        disorder = 0;
        lost = 0;
        bytesRead = 0;
    }

    void read(int count) {
        bytesRead += count;
    }

    /** A connection has ended that should not. */
    void lost() {
        lost++;
    }

    long factsTold() {
        return factsTold;
    }

    long pulses() {
        return pulses;
    }

    /**
     * A frame has come to a viewer.
     *
     * @param last the latest fact that this viewer has seen, 0 before the first
     * @return the latest fact that it has seen now
     */
    long frame(long last, byte[] bytes, int name, int from, int to) {
        if (Bytes.startsWith(bytes, name, to, PULSE) || Bytes.startsWith(bytes, name, to, PULSE_OF_SOCKET_IO)) {
            pulse(bytes, from, to);
            return last;
        }
        return Bytes.startsWith(bytes, name, to, SNAPSHOT) ? last : fact(last, bytes, from, to);
    }

    private void pulse(byte[] bytes, int from, int to) {
        long now = System.currentTimeMillis();
        pulses++;
        for (int at = Bytes.find(bytes, from, to, SENT); at >= 0; at = Bytes.find(bytes, at + 1, to, SENT)) {
            chat.recordValue(Math.max(0, now - Bytes.number(bytes, at + SENT.length, to)));
        }
    }

    private long fact(long last, byte[] bytes, int from, int to) {
        int at = Bytes.find(bytes, from, to, SEQUENCE);
        if (at < 0) {
            return last;
        }
        long sequence = Bytes.number(bytes, at + SEQUENCE.length, to);
        factsTold++;
        if (sequence <= last) {
            disorder++;
        }
        facts.computeIfAbsent(sequence, first -> new FactArrivals(first, occurredAt(bytes, from, to)))
                .arrived(System.currentTimeMillis());
        return Math.max(last, sequence);
    }

    /** The same for every viewer, so that it is read once. */
    private static long occurredAt(byte[] bytes, int from, int to) {
        int at = Bytes.find(bytes, from, to, OCCURRED_AT);
        int begin = at + OCCURRED_AT.length;
        int end = begin;
        while (end < to && bytes[end] != '"') {
            end++;
        }
        return at < 0 ? 0 : Instant.parse(Bytes.text(bytes, begin, end)).toEpochMilli();
    }

    ViewerReport report() {
        return new ViewerReport(List.copyOf(facts.values()), chat, pulses, disorder, lost, bytesRead);
    }
}
