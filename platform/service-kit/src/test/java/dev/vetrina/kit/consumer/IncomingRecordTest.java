package dev.vetrina.kit.consumer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class IncomingRecordTest {

    private static final Instant SENT = Instant.parse("2026-06-01T14:00:00Z");

    private final RecordHeaders headers = new RecordHeaders();

    @Test
    void anEventHappenedWhenItsProducerSaysAndNotWhenKafkaGotIt() {
        headers.add("ce_time", "2026-06-01T12:00:00.123456Z".getBytes(UTF_8));

        assertThat(read().occurredAt()).isEqualTo(Instant.parse("2026-06-01T12:00:00.123456Z"));
    }

    @Test
    void withoutAUsableTimeItIsTheRecords() {
        headers.add("ce_time", "noon".getBytes(UTF_8));

        assertThat(read().occurredAt()).isEqualTo(SENT);
    }

    @Test
    void withoutAnIdItsPlaceNamesIt() {
        assertThat(read().eventId()).isEqualTo(read().eventId());
    }

    private IncomingRecord read() {
        return IncomingRecord.of(new ConsumerRecord<>(
                "brands",
                0,
                7,
                SENT.toEpochMilli(),
                TimestampType.CREATE_TIME,
                1,
                2,
                "a",
                "{}".getBytes(UTF_8),
                headers,
                Optional.empty()));
    }
}
