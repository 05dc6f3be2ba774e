package dev.vetrina.kit.outbox;

import static org.awaitility.Awaitility.await;

import dev.vetrina.testkit.KafkaProbe;
import dev.vetrina.testkit.ReceivedRecord;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** The sequences of a key's events in the order in which Kafka has them. */
final class Published {

    private Published() {}

    static List<Long> sequences(KafkaProbe probe, UUID key) {
        return records(probe, key).stream()
                .map(record -> Long.valueOf(record.headers().getOrDefault("ce_sequence", "")))
                .toList();
    }

    static List<ReceivedRecord> records(KafkaProbe probe, UUID key) {
        return probe.received().stream()
                .filter(record -> key.toString().equals(record.key()))
                .toList();
    }

    static void awaitSequences(KafkaProbe probe, UUID key, List<Long> expected) {
        await().atMost(Duration.ofSeconds(40))
                .untilAsserted(() -> org.assertj.core.api.Assertions.assertThat(sequences(probe, key))
                        .isEqualTo(expected));
    }
}
