package dev.vetrina.localstack.bench.room.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class NotesTest {

    private final Notes notes = new Notes();
    private final Viewer first = new Viewer();
    private final Viewer second = new Viewer();

    @Test
    void aFactIsNotedOnceForEachViewerUnderItsSequence() throws IOException {
        Instant occurredAt = Instant.now().minusMillis(5_000);
        first.hears(fact(7, occurredAt));
        second.hears(fact(7, occurredAt));
        first.hears(fact(8, occurredAt));

        ViewerReport report = ViewerReport.parse(notes.report().write());

        assertThat(notes.factsTold()).isEqualTo(3);
        assertThat(report.disorder()).isZero();
        assertThat(report.facts()).extracting(FactArrivals::sequence).containsExactly(7L, 8L);
        FactArrivals seven = report.facts().getFirst();
        assertThat(seven.occurredAt()).isEqualTo(occurredAt.toEpochMilli());
        assertThat(seven.delays().getTotalCount()).isEqualTo(2);
        assertThat(seven.delays().getMinValue()).isGreaterThanOrEqualTo(4_990);
    }

    @Test
    void aFactThatComesAgainOrTooLateIsDisorder() throws IOException {
        first.hears(fact(7, Instant.now()));
        first.hears(fact(9, Instant.now()));
        first.hears(fact(8, Instant.now()));
        first.hears(fact(9, Instant.now()));

        assertThat(notes.report().disorder()).isEqualTo(2);
    }

    @Test
    void everyMessageOfAPulseHasATimeOfItsOwn() throws IOException {
        long now = System.currentTimeMillis();
        first.hears("event: pulse\ndata: {\"viewers\":7,\"chat\":[{\"text\":\"hello, " + SentStamp.of(now - 9_000)
                + "\"},{\"text\":\"oh, " + SentStamp.of(now - 3_000) + "\"}]}\n\n");

        ViewerReport report = ViewerReport.parse(notes.report().write());

        assertThat(report.pulses()).isEqualTo(1);
        assertThat(report.chat().getTotalCount()).isEqualTo(2);
        assertThat(report.chat().getMaxValue()).isGreaterThanOrEqualTo(8_990);
        assertThat(report.chat().getMinValue()).isBetween(2_990L, 8_989L);
    }

    @Test
    void aSnapshotIsNoDelivery() throws IOException {
        first.hears("id: 3\nevent: snapshot\ndata: {\"sequence\":3}\n\n");

        assertThat(notes.factsTold() + notes.pulses()).isZero();
    }

    @Test
    void whatWasBeforeIsForgotten() throws IOException {
        first.hears(fact(7, Instant.now()));
        notes.lost();

        notes.begin();

        assertThat(notes.factsTold()).isZero();
        assertThat(notes.report().facts()).isEmpty();
        assertThat(notes.report().lost()).isZero();
    }

    private static String fact(long sequence, Instant occurredAt) {
        return "id: " + sequence + "\nevent: product-pinned\ndata: {\"sequence\":" + sequence
                + ",\"kind\":\"product-pinned\",\"occurredAt\":\"" + occurredAt + "\",\"data\":{}}\n\n";
    }

    /** One of those whose frames are noted. */
    private final class Viewer implements FrameReader.Reception {

        private final EventStreamReader reader = new EventStreamReader(this);
        private long last;
        private boolean joined;

        void hears(String frame) throws IOException {
            byte[] bytes = Bytes.of(joined ? frame : "HTTP/1.1 200 OK\r\n\r\n" + frame);
            assertThat(reader.read(bytes, 0, bytes.length)).isEqualTo(bytes.length);
        }

        @Override
        public void joined() {
            joined = true;
        }

        @Override
        public void frame(byte[] bytes, int name, int from, int to) {
            last = notes.frame(last, bytes, name, from, to);
        }

        @Override
        public void say(byte[] bytes) {
            throw new AssertionError("An event stream wants nothing said.");
        }
    }
}
