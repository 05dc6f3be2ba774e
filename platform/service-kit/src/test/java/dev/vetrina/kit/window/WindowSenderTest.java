package dev.vetrina.kit.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vetrina.events.LiveEvent.EngagementCounted;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

class WindowSenderTest {

    private final MockProducer<String, byte[]> kafka =
            new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
    private final WindowSender sender = new WindowSender("live", Clock.systemUTC(), () -> kafka);
    private final List<EngagementCounted> window = List.of(counted(), counted(), counted());

    @Test
    void aRepeatHasTheIdOfTheFirst() {
        assertThat(sender.send(window)).isEmpty();
        List<String> first = ids();
        kafka.clear();

        assertThat(sender.send(window)).isEmpty();

        assertThat(first).doesNotHaveDuplicates().hasSize(3);
        assertThat(ids()).isEqualTo(first);
    }

    @Test
    void aKafkaThatDoesNotAnswerIsWaitedForOncePerWindow() {
        AtomicInteger waits = new AtomicInteger();
        WindowSender cutOff = new WindowSender("live", Clock.systemUTC(), () -> {
            waits.incrementAndGet();
            throw new TimeoutException("No answer");
        });

        assertThat(cutOff.send(window)).isEqualTo(window);

        assertThat(waits).hasValue(1);
    }

    private List<String> ids() {
        return kafka.history().stream().map(WindowSenderTest::id).toList();
    }

    private static String id(ProducerRecord<String, byte[]> told) {
        return new String(told.headers().lastHeader("ce_id").value(), StandardCharsets.UTF_8);
    }

    private static EngagementCounted counted() {
        return new EngagementCounted(
                UUID.randomUUID(),
                1,
                "first",
                Instant.EPOCH,
                (int) Duration.ofSeconds(1).toMillis(),
                List.of(),
                List.of());
    }
}
