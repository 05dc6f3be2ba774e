package dev.vetrina.kit.outbox;

import dev.vetrina.kit.consumer.KafkaConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Opens the relay's transactional producer. */
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
        return new OutboxProducer(
                new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer()), service);
    }
}
