package dev.vetrina.testkit.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vetrina.testkit.KafkaTopics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedKafkaTest {

    @TempDir
    Path directory = Path.of("");

    @Test
    void servesAndKeepsItsDataOverAKillAndACleanRestart() throws Exception {
        Path data = directory.resolve("kafka");
        int port;
        try (var kafka = EmbeddedKafka.builder().dataDirectory(data).start()) {
            port = Integer.parseInt(kafka.bootstrapServers().replace("127.0.0.1:", ""));
            KafkaTopics.create(kafka.bootstrapServers(), List.of("orders"));
            produce(kafka, "before the kill");

            kafka.processHandle().destroyForcibly();
            kafka.restart();
            produce(kafka, "after the kill");
            assertThat(consume(kafka, 2)).containsExactlyInAnyOrder("before the kill", "after the kill");
        }
        try (var kafka = EmbeddedKafka.builder().port(port).dataDirectory(data).start()) {
            assertThat(consume(kafka, 2)).containsExactlyInAnyOrder("before the kill", "after the kill");
        }
    }

    @Test
    void diesWhenItsParentsPipeClosesAndCreatesNoMisspelledTopics() throws Exception {
        try (var kafka = EmbeddedKafka.builder().start()) {
            assertThatThrownBy(() -> produce(kafka, "to nowhere")).hasMessageContaining("orders");

            kafka.process().getOutputStream().close();

            assertThat(kafka.process().waitFor(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    private static void produce(KafkaServer kafka, String value) throws Exception {
        Map<String, Object> settings = Map.of("bootstrap.servers", kafka.bootstrapServers(), "max.block.ms", 2_000);
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>("orders", value, value)).get();
        }
    }

    private static List<String> consume(KafkaServer kafka, int count) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                kafka.bootstrapServers(),
                "group.id",
                "test",
                "auto.offset.reset",
                "earliest",
                "enable.auto.commit",
                false);
        List<String> values = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of("orders"));
            long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
            while (values.size() < count && System.nanoTime() < deadline) {
                consumer.poll(Duration.ofMillis(200)).forEach(read -> values.add(read.value()));
            }
        }
        return values;
    }
}
