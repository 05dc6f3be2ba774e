package dev.vetrina.testkit;

import dev.vetrina.testkit.server.RealServers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * Looks into topics of the test JVM's broker: reads what was committed, in no consumer group, and so takes nothing away
 * from the service under test.
 */
public final class KafkaProbe implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final KafkaConsumer<@Nullable String, @Nullable String> consumer;
    private final List<ReceivedRecord> received = new ArrayList<>();

    private KafkaProbe(List<String> topics) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                RealServers.kafka().bootstrapServers(),
                "isolation.level",
                "read_committed",
                "enable.auto.commit",
                false);
        consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer());
        consumer.assign(topics.stream()
                .flatMap(topic -> consumer.partitionsFor(topic, PATIENCE).stream())
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList());
    }

    /** Sees what is written from this call on. The topics exist. */
    public static KafkaProbe fromNow(String... topics) {
        KafkaProbe probe = new KafkaProbe(Arrays.asList(topics));
        probe.consumer.seekToEnd(probe.consumer.assignment());
        // Seeking is lazy; asking for the position settles it before the test goes on.
        probe.consumer.assignment().forEach(probe.consumer::position);
        return probe;
    }

    /** Sees everything that is in the topics. */
    public static KafkaProbe fromBeginning(String... topics) {
        KafkaProbe probe = new KafkaProbe(Arrays.asList(topics));
        probe.consumer.seekToBeginning(probe.consumer.assignment());
        return probe;
    }

    /** The first record with this key and event type, waited for up to 30 s. */
    public ReceivedRecord await(String key, String type) {
        return await("key " + key + " and type " + type, seen -> key.equals(seen.key()) && type.equals(seen.type()));
    }

    /** The first record that is {@code wanted}, waited for up to 30 s; {@code description} says what was missed. */
    public synchronized ReceivedRecord await(String description, Predicate<ReceivedRecord> wanted) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            Optional<ReceivedRecord> found = received.stream().filter(wanted).findFirst();
            if (found.isPresent()) {
                return found.get();
            }
            if (System.nanoTime() > deadline) {
                throw new AssertionError("No record with " + description + " among " + received);
            }
            poll();
        }
    }

    /** Everything seen so far. An absent event needs another, later one to wait for first. */
    public synchronized List<ReceivedRecord> received() {
        poll();
        return List.copyOf(received);
    }

    private void poll() {
        consumer.poll(Duration.ofMillis(100)).forEach(read -> received.add(ReceivedRecord.of(read)));
    }

    /** Writes one record as it is, well-formed or not, and returns once the broker has it. */
    public static void publish(
            String topic, @Nullable String key, @Nullable String value, Map<String, String> headers) {
        ProducerRecord<@Nullable String, @Nullable String> unsent = new ProducerRecord<>(topic, key, value);
        headers.forEach((name, content) -> unsent.headers().add(name, content.getBytes(StandardCharsets.UTF_8)));
        try (var producer = new KafkaProducer<@Nullable String, @Nullable String>(
                Map.of("bootstrap.servers", RealServers.kafka().bootstrapServers()),
                new StringSerializer(),
                new StringSerializer())) {
            producer.send(unsent).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while publishing to " + topic, e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("Could not publish to " + topic, e.getCause());
        }
    }

    @Override
    public synchronized void close() {
        consumer.close();
    }
}
