package dev.vetrina.live.tail;

import dev.vetrina.events.DomainEvent;
import dev.vetrina.events.EventJson;
import dev.vetrina.events.Topics;
import dev.vetrina.kit.consumer.KafkaConnection;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jboss.logging.Logger;

/**
 * Reads a topic from its end, every partition, in no consumer group: every instance sees every event, soon. It remembers nothing, so
 * whoever listens must be able to do without what was sent while Kafka could not be read.
 */
public final class TopicTail implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(TopicTail.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration RETRY = Duration.ofSeconds(1);

    private final KafkaConnection connection;
    private final String topic;
    private final Consumer<DomainEvent> listener;
    private final Thread thread;
    private volatile boolean running = true;

    private TopicTail(KafkaConnection connection, String topic, Consumer<DomainEvent> listener) {
        this.connection = connection;
        this.topic = topic;
        this.listener = listener;
        this.thread = Thread.ofPlatform().daemon().name("tail-" + topic).unstarted(this::run);
    }

    /** @param listener told of every event in its partition's order, on one thread; what it throws is logged */
    public static TopicTail start(KafkaConnection connection, String topic, Consumer<DomainEvent> listener) {
        TopicTail tail = new TopicTail(connection, topic, listener);
        tail.thread.start();
        return tail;
    }

    @Override
    public void close() {
        running = false;
        try {
            thread.join(Duration.ofSeconds(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (running) {
            try {
                connection.ensureTopics();
                poll();
            } catch (InterruptedException | InterruptException e) {
                return;
            } catch (KafkaException e) {
                LOG.warnf("The reading of %s waits for Kafka: %s", topic, e.getMessage());
                pause();
            } catch (RuntimeException e) {
                LOG.errorf(e, "The reading of %s begins anew", topic);
                pause();
            }
        }
    }

    private void poll() {
        try (KafkaConsumer<String, byte[]> kafka =
                new KafkaConsumer<>(settings(), new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = IntStream.range(0, Topics.PARTITIONS)
                    .mapToObj(partition -> new TopicPartition(topic, partition))
                    .toList();
            kafka.assign(partitions);
            kafka.seekToEnd(partitions);
            while (running) {
                kafka.poll(POLL).forEach(this::pass);
            }
        }
    }

    private void pass(ConsumerRecord<String, byte[]> raw) {
        try {
            Header type = raw.headers().lastHeader("ce_type");
            if (type != null && raw.value() != null) {
                EventJson.read(new String(type.value(), StandardCharsets.UTF_8), raw.value())
                        .ifPresent(listener);
            }
        } catch (RuntimeException e) {
            LOG.warnf(e, "A record of %s is passed over", topic);
        }
    }

    private Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>(connection.config());
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        // What an outbox sends is committed in its database before. Whoever waited for Kafka's commit, too, would see
        // nothing
        // for up to 20 s behind the open transaction of a relay that was killed.
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_uncommitted");
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "latest");
        settings.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 250);
        return settings;
    }

    private static void pause() {
        try {
            Thread.sleep(RETRY);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
