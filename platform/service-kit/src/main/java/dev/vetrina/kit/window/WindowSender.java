package dev.vetrina.kit.window;

import dev.vetrina.events.DomainEvent;
import dev.vetrina.events.EventJson;
import dev.vetrina.kit.outbox.CloudEvents;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Supplier;
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
public final class WindowSender implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(WindowSender.class);

    private final String service;
    private final Supplier<Producer<String, byte[]>> connecting;
    private final Clock clock;
    private @Nullable Producer<String, byte[]> producer;
    private boolean away;

    /**
     * @param service whose events they are
     * @param kafka the connection's settings, asked for when something is first to be sent
     */
    public WindowSender(String service, Supplier<Map<String, Object>> kafka, Clock clock) {
        this(service, clock, () -> connect(kafka.get()));
    }

    WindowSender(String service, Clock clock, Supplier<Producer<String, byte[]>> connecting) {
        this.service = service;
        this.clock = clock;
        this.connecting = connecting;
    }

    /** Returns those of which it is not known that Kafka has them: to be sent again as they are, before any later window. */
    public <E extends DomainEvent> List<E> send(List<E> window) {
        List<E> unsent = new ArrayList<>();
        Map<E, Future<RecordMetadata>> sent = new HashMap<>();
        for (E event : window) {
            // Each more would wait as long for an answer that did not come.
            if (!unsent.isEmpty()) {
                unsent.add(event);
                continue;
            }
            try {
                sent.put(event, producer().send(CloudEvents.record(event, idOf(event), clock.instant(), service)));
            } catch (InterruptException e) {
                throw e;
            } catch (KafkaException e) {
                note(e);
                unsent.add(event);
            }
        }
        sent.forEach((event, answer) -> {
            if (!arrived(answer)) {
                unsent.add(event);
            }
        });
        return unsent;
    }

    /** The same for every repeat. */
    private static UUID idOf(DomainEvent event) {
        return UUID.nameUUIDFromBytes(EventJson.write(event).getBytes(StandardCharsets.UTF_8));
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
            LOG.warn("What was counted waits in memory: Kafka does not answer", failure);
        }
        away = failure != null;
    }

    private Producer<String, byte[]> producer() {
        if (producer == null) {
            producer = connecting.get();
        }
        return producer;
    }

    private static Producer<String, byte[]> connect(Map<String, Object> kafka) {
        Map<String, Object> config = new HashMap<>(kafka);
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 1_000);
        config.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 2_000);
        config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 2_000);
        return new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer());
    }

    @Override
    public void close() {
        if (producer != null) {
            producer.close(Duration.ZERO);
        }
    }
}
