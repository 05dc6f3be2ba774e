package dev.vetrina.live.feed;

import dev.vetrina.events.EventJson;
import dev.vetrina.events.LiveEvent.FactRecorded;
import dev.vetrina.events.Topics;
import dev.vetrina.kit.consumer.KafkaConnection;
import dev.vetrina.live.timeline.Fact;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
 * Reads {@code live.feed} from its end, every partition, in no consumer group: every instance sees every fact. It only makes
 * facts arrive soon; the timeline says which there are, so what is missed here is made up for by {@link FeedPulse}.
 */
@ApplicationScoped
class FeedTail implements Runnable {

    private static final Logger LOG = Logger.getLogger(FeedTail.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration RETRY = Duration.ofSeconds(1);

    private final SessionRelays relays;
    private final KafkaConnection connection;
    private final Thread thread = new Thread(this, "feed-tail");
    private volatile boolean running = true;

    FeedTail(SessionRelays relays, KafkaConnection connection) {
        this.relays = relays;
        this.connection = connection;
    }

    void start(@Observes StartupEvent event) {
        thread.setDaemon(true);
        thread.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        running = false;
        thread.join(Duration.ofSeconds(5));
    }

    @Override
    public void run() {
        while (running) {
            try {
                connection.ensureTopics();
                poll();
            } catch (InterruptedException | InterruptException e) {
                return;
            } catch (KafkaException e) {
                LOG.warnf("The feed waits for Kafka: %s", e.getMessage());
                pause();
            } catch (RuntimeException e) {
                LOG.error("The reading of live.feed begins anew", e);
                pause();
            }
        }
    }

    private void poll() {
        try (KafkaConsumer<String, byte[]> kafka =
                new KafkaConsumer<>(settings(), new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = IntStream.range(0, Topics.PARTITIONS)
                    .mapToObj(partition -> new TopicPartition(Topics.LIVE_FEED, partition))
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
                        .map(FactRecorded.class::cast)
                        .ifPresent(fact -> relays.accept(
                                fact.sessionId(),
                                new Fact(fact.sequence(), fact.kind(), fact.occurredAt(), fact.data())));
            }
        } catch (UncheckedIOException | ClassCastException e) {
            LOG.warnf("A record of live.feed is no fact: %s", e.getMessage());
        } catch (RuntimeException e) {
            LOG.warnf(e, "A fact waits for the timeline");
        }
    }

    private Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>(connection.config());
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
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
