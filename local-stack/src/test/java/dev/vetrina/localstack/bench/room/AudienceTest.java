package dev.vetrina.localstack.bench.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vetrina.localstack.bench.room.viewer.FeedProtocol;
import dev.vetrina.localstack.bench.room.viewer.SentStamp;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** With viewers in processes of their own, as in a benchmark. */
class AudienceTest {

    private static final int VIEWERS = 21;

    @Test
    void whatEverybodyIsToldIsNotedOverAllProcesses() throws IOException {
        Instant occurredAt = Instant.now();
        String fact = "\"sequence\":7,\"occurredAt\":\"" + occurredAt + "\"";
        try (EventServer server = new EventServer(VIEWERS);
                Audience audience = Audience.of(VIEWERS)) {
            assertThat(audience.join(feed(server), VIEWERS)).isEqualTo(VIEWERS);
            audience.begin();
            server.tell("event: product-pinned\ndata: {" + fact + "}\n\n");
            server.tell("event: pulse\ndata: {\"chat\":[\"" + SentStamp.of(System.currentTimeMillis()) + "\"]}\n\n");
            await().until(audience::told, new Audience.Told(VIEWERS, VIEWERS)::equals);
            server.cutOne();
            // The process to which it belonged may hear of it later than of the question.
            await().until(() -> reception(audience).lost() == 1);

            Reception reception = reception(audience);

            assertThat(reception.factsTold()).isEqualTo(VIEWERS);
            assertThat(reception.pulses()).isEqualTo(VIEWERS);
            assertThat(reception.deliveries()).isEqualTo(2 * VIEWERS);
            assertThat(reception.chat().getTotalCount()).isEqualTo(VIEWERS);
            assertThat(reception.missing()).isZero();
            assertThat(reception.disorder()).isZero();
            assertThat(reception.facts().getTotalCount()).isEqualTo(VIEWERS);
            assertThat(reception.facts().getMinValue()).isGreaterThanOrEqualTo(4_990);
        }
    }

    @Test
    void whoIsRefusedIsNotCountedAndEverybodyCanLeaveAndComeElsewhere() throws IOException {
        try (EventServer small = new EventServer(5);
                EventServer large = new EventServer(VIEWERS);
                Audience audience = Audience.of(VIEWERS)) {
            assertThat(audience.join(feed(small), VIEWERS)).isEqualTo(5);
            audience.leave();
            assertThat(audience.join(feed(large), VIEWERS)).isEqualTo(VIEWERS);
            assertThat(large.viewers()).isEqualTo(VIEWERS);
        }
    }

    /** Of a fact that happened five seconds after its press. */
    private static Reception reception(Audience audience) {
        RecordedFrame frame = new RecordedFrame(0, "product-pinned", "{\"sequence\":7}");
        return Reception.of(VIEWERS, audience.report(), new Recording(List.of(frame), Map.of(7L, 5_000L), Map.of()));
    }

    private static FeedAddress feed(EventServer server) {
        return new FeedAddress(FeedProtocol.EVENT_STREAM, server.port(), server.path());
    }
}
