package dev.vetrina.gateway.presence;

import dev.vetrina.events.LiveEvent.PresenceReported;
import dev.vetrina.kit.id.Ids;
import dev.vetrina.kit.outbox.CloudEvents;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Sends reports on a thread of its own. While Kafka is away they are dropped, because a report that comes minutes late
 * would count viewers who have long left; but whoever handed one in is told, and tells again who joined.
 */
@Singleton
class PresenceSender {

    private static final Logger LOG = Logger.getLogger(PresenceSender.class);
    private static final int WAITING_WINDOWS = 2;

    private final Map<String, Object> kafka;
    private final Clock clock;
    private final ThreadPoolExecutor thread = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(WAITING_WINDOWS),
            Thread.ofPlatform().daemon().name("presence").factory(),
            PresenceSender::dropOldest);
    private @Nullable Producer<String, byte[]> producer;
    /** Told by the producer's thread, too. */
    private volatile boolean away;

    PresenceSender(@Identifier("default-kafka-broker") Map<String, Object> kafka, Clock clock) {
        this.kafka = kafka;
        this.clock = clock;
    }

    /**
     * Returns at once.
     *
     * @param lost told of every report that does not reach Kafka, on any thread
     */
    void send(List<PresenceReported> window, Consumer<PresenceReported> lost) {
        thread.execute(new Window(window, lost));
    }

    private static void dropOldest(Runnable newest, ThreadPoolExecutor thread) {
        if (thread.getQueue().poll() instanceof Window oldest) {
            oldest.drop();
        }
        if (!thread.isShutdown()) {
            thread.execute(newest);
        }
    }

    /** The reports of one window on their way. */
    private final class Window implements Runnable {

        private final List<PresenceReported> reports;
        private final Consumer<PresenceReported> lost;

        Window(List<PresenceReported> reports, Consumer<PresenceReported> lost) {
            this.reports = reports;
            this.lost = lost;
        }

        @Override
        public void run() {
            for (int next = 0; next < reports.size(); next++) {
                PresenceReported report = reports.get(next);
                try {
                    var _ = producer()
                            .send(
                                    CloudEvents.record(report, Ids.next(), clock.instant(), "gateway"),
                                    (sent, failure) -> done(report, failure));
                } catch (RuntimeException e) {
                    // The first report waits in vain for the topic's metadata; the others of the window would, too.
                    note(e);
                    reports.subList(next, reports.size()).forEach(lost);
                    return;
                }
            }
        }

        void drop() {
            reports.forEach(lost);
        }

        private void done(PresenceReported report, @Nullable Exception failure) {
            note(failure);
            if (failure != null) {
                lost.accept(report);
            }
        }
    }

    private void note(@Nullable Exception failure) {
        if (failure != null && !away) {
            LOG.warn("Presence is not reported: Kafka does not answer", failure);
        }
        away = failure != null;
    }

    private Producer<String, byte[]> producer() {
        if (producer == null) {
            Map<String, Object> config = new HashMap<>(kafka);
            config.put(ProducerConfig.ACKS_CONFIG, "1");
            config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, false);
            config.put(ProducerConfig.RETRIES_CONFIG, 0);
            // Reports of one channel must stay in the order of their windows.
            config.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
            config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 1_000);
            config.put(ProducerConfig.LINGER_MS_CONFIG, 0);
            config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 2_000);
            config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 2_000);
            producer = new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer());
        }
        return producer;
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        thread.shutdown();
        if (!thread.awaitTermination(2, TimeUnit.SECONDS)) {
            thread.shutdownNow();
        }
        if (producer != null) {
            producer.close(Duration.ZERO);
        }
    }
}
