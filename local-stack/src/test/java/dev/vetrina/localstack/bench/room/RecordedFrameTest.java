package dev.vetrina.localstack.bench.room;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RecordedFrameTest {

    private static final long NOW = 1_764_340_000_123L;

    @Test
    void aFactIsReplayedAsOfAnotherTimeAndAsLong() {
        RecordedFrame fact = new RecordedFrame(
                250, "product-pinned", "{\"sequence\":7,\"occurredAt\":\"2026-01-01T10:00:00.123456Z\",\"data\":{}}");

        RecordedFrame renewed = fact.happenedAt(NOW);

        assertThat(renewed.data())
                .isEqualTo("{\"sequence\":7,\"occurredAt\":\"2025-11-28T14:26:40.123000Z\",\"data\":{}}")
                .hasSameSizeAs(fact.data());
        assertThat(renewed.sequence()).isEqualTo(7);
        assertThat(renewed.atMillis()).isEqualTo(250);
    }

    @Test
    void allMessagesOfAPulseAreSentAnewAndNothingElseIsChanged() {
        RecordedFrame pulse = new RecordedFrame(
                0, "pulse", "{\"viewers\":7,\"chat\":[\"a sent-1000000000001\",\"b sent-1000000000002\",\"sent-12\"]}");

        assertThat(pulse.happenedAt(NOW).data())
                .isEqualTo("{\"viewers\":7,\"chat\":[\"a sent-1764340000123\",\"b sent-1764340000123\",\"sent-12\"]}");
    }
}
