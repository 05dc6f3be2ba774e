package dev.vetrina.localstack.bench.room.peer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vetrina.localstack.bench.room.RecordedFrame;
import dev.vetrina.localstack.bench.room.Recording;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReplayTest {

    private static final RecordedFrame FACT =
            new RecordedFrame(0, "product-pinned", "{\"sequence\":7,\"occurredAt\":\"2020-01-01T10:00:00.123456Z\"}");
    private static final RecordedFrame PULSE = new RecordedFrame(30, "pulse", "{\"chat\":[\"sent-1000000000001\"]}");
    private static final RecordedFrame TOO_LATE = new RecordedFrame(5_000, "pulse", "{}");

    @Test
    void framesAreHandedInInOrderAsOfWhenTheyAreDueUntilTheTimeIsOver() {
        List<RecordedFrame> handedIn = new ArrayList<>();

        Recording played = new Replay(List.of(FACT, PULSE, TOO_LATE)).play(Duration.ofSeconds(1), handedIn::add);

        assertThat(handedIn).extracting(RecordedFrame::name).containsExactly("product-pinned", "pulse");
        assertThat(handedIn.getFirst().data()).hasSameSizeAs(FACT.data()).doesNotContain("2020-01-01");
        assertThat(handedIn.getLast().data()).hasSameSizeAs(PULSE.data()).doesNotContain("1000000000001");
        assertThat(played.frames()).isEqualTo(handedIn);
        assertThat(played.millisFromPress()).containsOnlyKeys(7L).containsValue(0L);
    }
}
