package dev.vetrina.kit.consumer;

import io.quarkus.arc.All;
import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Runs every {@link EventConsumer} of the service on a thread of its own. */
@IfBuildProperty(name = "vetrina.database", stringValue = "true", enableIfMissing = true)
@ApplicationScoped
class Consumers {

    private final List<EventConsumer> consumers;
    private final EventIntake intake;
    private final KafkaConnection connection;
    private final String service;
    private final List<ConsumerLoop> loops = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();

    Consumers(
            @All List<EventConsumer> consumers,
            EventIntake intake,
            KafkaConnection connection,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.consumers = consumers;
        this.intake = intake;
        this.connection = connection;
        this.service = service;
    }

    Optional<EventConsumer> named(String name) {
        return consumers.stream()
                .filter(consumer -> consumer.name().equals(name))
                .findFirst();
    }

    void start(@Observes StartupEvent event) {
        for (EventConsumer consumer : consumers) {
            ConsumerLoop loop = new ConsumerLoop(consumer, intake, connection, service);
            Thread thread = Thread.ofPlatform()
                    .daemon()
                    .name("consumer-" + consumer.name())
                    .start(loop);
            loops.add(loop);
            threads.add(thread);
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        loops.forEach(ConsumerLoop::stop);
        for (Thread thread : threads) {
            thread.join(Duration.ofSeconds(5));
        }
    }
}
