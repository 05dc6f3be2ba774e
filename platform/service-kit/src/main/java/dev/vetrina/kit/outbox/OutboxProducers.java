package dev.vetrina.kit.outbox;

import dev.vetrina.kit.consumer.KafkaConnection;
import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Opens the relay's transactional producer. */
@IfBuildProperty(name = "vetrina.database", stringValue = "true", enableIfMissing = true)
@ApplicationScoped
class OutboxProducers {

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
}
