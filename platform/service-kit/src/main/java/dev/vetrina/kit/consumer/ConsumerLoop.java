package dev.vetrina.kit.consumer;

import dev.vetrina.kit.consumer.EventIntake.OutageException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jboss.logging.Logger;

/** Polls for one consumer until it is stopped. Offsets are committed after the transaction, never before. */
final class ConsumerLoop implements Runnable {

    private static final Logger LOG = Logger.getLogger(ConsumerLoop.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration RETRY = Duration.ofSeconds(1);

    private final EventConsumer consumer;
    private final EventIntake intake;
    private final KafkaConnection connection;
    private final String group;
    private volatile boolean running = true;

    ConsumerLoop(EventConsumer consumer, EventIntake intake, KafkaConnection connection, String service) {
        this.consumer = consumer;
        this.intake = intake;
        this.connection = connection;
        this.group = service + "." + consumer.name();
    }

    void stop() {
        running = false;
    }

    @Override
    public void run() {
        while (running) {
            try {
                connection.ensureTopics();
                poll();
            } catch (InterruptedException | InterruptException | WakeupException e) {
                return;
            } catch (KafkaException e) {
                // Also after a rebalance that outran the batch: what was not committed comes again and is recognised.
                LOG.warnf("%s waits for Kafka: %s", group, e.getMessage());
                pause();
            } catch (RuntimeException | Error e) {
                LOG.errorf(e, "%s failed; it starts again from what was committed", group);
                pause();
            }
        }
    }

    private void poll() {
        try (KafkaConsumer<String, byte[]> kafka =
                new KafkaConsumer<>(settings(), new StringDeserializer(), new ByteArrayDeserializer())) {
            kafka.subscribe(consumer.topics());
            while (running) {
                ConsumerRecords<String, byte[]> records = kafka.poll(POLL);
                if (!records.isEmpty()) {
                    take(kafka, records);
                }
            }
        }
    }

    private void take(KafkaConsumer<String, byte[]> kafka, ConsumerRecords<String, byte[]> records) {
        List<IncomingRecord> batch = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> raw : records) {
            IncomingRecord record = IncomingRecord.of(raw);
            if (consumer.takesTests() || !record.isTest()) {
                batch.add(record);
            }
        }
        try {
            intake.take(consumer, batch);
            kafka.commitSync(records.nextOffsets());
        } catch (OutageException e) {
            LOG.warnf("%s waits: %s", group, e.getMessage());
            rewind(kafka, records);
            pause();
        }
    }

    /** The next poll gives the same records again. */
    private static void rewind(KafkaConsumer<String, byte[]> kafka, ConsumerRecords<String, byte[]> records) {
        for (TopicPartition partition : records.partitions()) {
            kafka.seek(
                    partition,
                    new OffsetAndMetadata(records.records(partition).getFirst().offset()));
        }
    }

    private Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>(connection.config());
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 250);
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, consumer.atOnce());
        if (consumer instanceof BatchConsumer) {
            // Sums can be a quarter of a second late, and each batch costs a transaction and a commit of offsets.
            settings.put(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, 256 * 1024);
        }
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
