package dev.vetrina.gateway.reaction;

import dev.vetrina.events.LiveEvent.EngagementCounted;
import dev.vetrina.kit.id.Ids;
import dev.vetrina.kit.outbox.CloudEvents;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Sends windows and waits for Kafka to have them. For one thread at a time. */
@ApplicationScoped
class ReactionSender {

    private static final Logger LOG = Logger.getLogger(ReactionSender.class);

    private final Map<String, Object> kafka;
    private final Clock clock;
    private @Nullable Producer<String, byte[]> producer;
    private boolean away;

    ReactionSender(@Identifier("default-kafka-broker") Map<String, Object> kafka, Clock clock) {
        this.kafka = kafka;
        this.clock = clock;
    }

    /**
     * Sends the same window of some sessions.
     *
     * @return those of which it is not known that Kafka has them: to be sent again as they are, before any later window
     */
    List<EngagementCounted> send(List<EngagementCounted> window) {
        List<EngagementCounted> unsent = new ArrayList<>();
        Map<EngagementCounted, Future<RecordMetadata>> sent = new HashMap<>();
        for (EngagementCounted counted : window) {
            try {
                sent.put(counted, producer().send(CloudEvents.record(counted, Ids.next(), clock.instant(), "gateway")));
            } catch (InterruptException e) {
                throw e;
            } catch (KafkaException e) {
                note(e);
                unsent.add(counted);
            }
        }
        sent.forEach((counted, answer) -> {
            if (!arrived(answer)) {
                unsent.add(counted);
            }
        });
        return unsent;
    }

    private boolean arrived(Future<RecordMetadata> answer) {
        try {
            var _ = answer.get();
            note(null);
            return true;
        } catch (ExecutionException e) {
            note(e.getCause());
            return false;
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    private void note(@Nullable Throwable failure) {
        if (failure != null && !away) {
            LOG.warn("Reactions wait in memory: Kafka does not answer", failure);
        }
        away = failure != null;
    }

    private Producer<String, byte[]> producer() {
        if (producer == null) {
            Map<String, Object> config = new HashMap<>(kafka);
            config.put(ProducerConfig.ACKS_CONFIG, "all");
            config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
            config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 1_000);
            config.put(ProducerConfig.LINGER_MS_CONFIG, 0);
            config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 2_000);
            config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 2_000);
            producer = new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer());
        }
        return producer;
    }

    void close() {
        if (producer != null) {
            producer.close(Duration.ZERO);
        }
    }
}
