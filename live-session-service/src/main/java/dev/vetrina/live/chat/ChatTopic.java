package dev.vetrina.live.chat;

import dev.vetrina.events.LiveEvent.ChatMessagePosted;
import dev.vetrina.kit.outbox.CloudEvents;
import dev.vetrina.kit.problem.ProblemException;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Hands messages to Kafka, past the outbox: what is not there soon is not sent at all as far as its author knows. */
@ApplicationScoped
class ChatTopic {

    private static final Logger LOG = Logger.getLogger(ChatTopic.class);
    private static final int PATIENCE_MILLIS = 3_000;

    private final Map<String, Object> kafka;
    private final String service;
    private @Nullable Producer<String, byte[]> producer;

    ChatTopic(
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.kafka = kafka;
        this.service = service;
    }

    /**
     * Returns once Kafka has acknowledged it.
     *
     * @throws ProblemException 503 {@code chat-unavailable} if it does not. The message may come all the same, and sent once more
     *     with the same id it is still one message
     */
    void send(ChatMessagePosted message) {
        try {
            var _ = producer()
                    .send(CloudEvents.record(message, message.messageId(), message.postedAt(), service))
                    .get(2L * PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            LOG.debug("Kafka does not take a message", e);
            throw unavailable();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable();
        }
    }

    void stop(@Observes ShutdownEvent event) {
        close();
    }

    synchronized void close() {
        if (producer != null) {
            producer.close(Duration.ofSeconds(1));
        }
    }

    private synchronized Producer<String, byte[]> producer() {
        if (producer == null) {
            Map<String, Object> config = new HashMap<>(kafka);
            config.put(ProducerConfig.ACKS_CONFIG, "all");
            config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
            config.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
            config.put(ProducerConfig.LINGER_MS_CONFIG, 2);
            config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, PATIENCE_MILLIS);
            config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS - 100);
            config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
            producer = new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer());
        }
        return producer;
    }

    private static ProblemException unavailable() {
        return ProblemException.unavailable(
                "chat-unavailable", "The chat cannot take messages right now.", Duration.ofSeconds(2));
    }
}
