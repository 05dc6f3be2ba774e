package dev.vetrina.kit.outbox;

import dev.vetrina.events.Topics;
import dev.vetrina.kit.consumer.KafkaConnection;
import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsOptions;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Opens the relay's transactional producer, and reads what the one before it has published last. */
@IfBuildProperty(name = "vetrina.database", stringValue = "true", enableIfMissing = true)
@ApplicationScoped
class OutboxProducers {

    /** Receipts are kept as a consumer group's offset, in any partition that exists, because a transaction can contain one. */
    static final TopicPartition RECEIPT = new TopicPartition(Topics.DEAD_LETTERS, 0);

    private final KafkaConnection kafka;
    private final String service;

    OutboxProducers(KafkaConnection kafka, @ConfigProperty(name = "quarkus.application.name") String service) {
        this.kafka = kafka;
        this.service = service;
    }

    /** @throws org.apache.kafka.common.KafkaException while Kafka is away */
    OutboxProducer open() throws InterruptedException {
        kafka.ensureTopics();
        Map<String, Object> config = new HashMap<>(kafka.config());
        config.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, service + "-outbox");
        config.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        config.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 10_000);
        config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
        config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 10_000);
        // Until a killed relay's transaction is given up, consumers that read committed see nothing behind it.
        config.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, 20_000);
        config.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, KafkaConnection.MAX_MESSAGE_BYTES);
        return new OutboxProducer(
                new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer()), service);
    }

    static String receiptsOf(String service) {
        return service + "-outbox";
    }

    /**
     * Of the last batch that was published, by whomever. To be asked after {@link #open}, which has ended every transaction that
     * was still open.
     *
     * @throws KafkaException while Kafka is away
     */
    Optional<Receipt> lastReceipt() throws InterruptedException {
        Map<String, Object> settings = new HashMap<>(kafka.config());
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 10_000);
        String group = receiptsOf(service);
        var wanted = Map.of(group, new ListConsumerGroupOffsetsSpec().topicPartitions(List.of(RECEIPT)));
        try (Admin admin = Admin.create(settings)) {
            OffsetAndMetadata kept = admin.listConsumerGroupOffsets(
                            wanted, new ListConsumerGroupOffsetsOptions().requireStable(true))
                    .partitionsToOffsetAndMetadata(group)
                    .get()
                    .get(RECEIPT);
            return Optional.ofNullable(kept).map(OffsetAndMetadata::metadata).map(Receipt::parse);
        } catch (ExecutionException e) {
            throw new KafkaException("the last receipt could not be read", e.getCause());
        }
    }
}
