package dev.vetrina.localstack.audit;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vetrina.events.Topics;
import dev.vetrina.localstack.audit.PublishedFacts.OrderFact;
import dev.vetrina.localstack.audit.PublishedFacts.StockFact;
import dev.vetrina.localstack.http.Json;
import dev.vetrina.localstack.stack.StackFailure;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads both topics from their beginning to where they end now, as a consumer does that reads committed. */
final class FactsReader {

    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final Duration POLL = Duration.ofMillis(200);
    /** A bench leaves hundreds of thousands of orders' events, of which only the headers are needed. */
    private static final Deserializer<String> PAYLOADS =
            (topic, bytes) -> topic.equals(Topics.ORDERS) ? "" : new String(bytes, StandardCharsets.UTF_8);

    private final List<OrderFact> orders = new ArrayList<>();
    private final List<StockFact> stock = new ArrayList<>();

    private FactsReader() {}

    /** Belongs to no consumer group, and so takes nothing away from anybody. */
    static PublishedFacts read(String bootstrapServers) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "isolation.level",
                "read_committed",
                "enable.auto.commit",
                false);
        FactsReader reader = new FactsReader();
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), PAYLOADS)) {
            reader.readAll(consumer);
        }
        return new PublishedFacts(reader.orders, reader.stock);
    }

    private void readAll(KafkaConsumer<String, String> consumer) {
        List<TopicPartition> partitions = List.of(Topics.ORDERS, Topics.STOCK_LEVELS).stream()
                .flatMap(topic -> consumer.partitionsFor(topic, LIMIT).stream())
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, LIMIT);
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey(), LIMIT) < end.getValue())) {
            if (System.nanoTime() > deadline) {
                throw new StackFailure(
                        "The events could not be read within " + LIMIT.toMinutes() + " minutes: look at Kafka's log.");
            }
            consumer.poll(POLL).forEach(this::keep);
        }
    }

    private void keep(ConsumerRecord<String, String> event) {
        UUID key = UUID.fromString(event.key());
        long sequence = Long.parseLong(header(event, "ce_sequence"));
        String type = header(event, "ce_type").intern();
        if (event.topic().equals(Topics.ORDERS)) {
            orders.add(new OrderFact(type, key, sequence));
        } else if (type.equals("stock.level-changed.v1")) {
            JsonNode level = Json.read(event.value());
            stock.add(new StockFact(
                    UUID.fromString(header(event, "ce_id")),
                    key,
                    sequence,
                    new Counters(
                            level.path("available").asLong(),
                            level.path("held").asLong(),
                            level.path("sold").asLong())));
        }
    }

    private static String header(ConsumerRecord<String, String> event, String name) {
        var header = event.headers().lastHeader(name);
        if (header == null) {
            throw new StackFailure("An event of topic " + event.topic() + " has no header " + name + ".");
        }
        return new String(header.value(), StandardCharsets.UTF_8);
    }
}
