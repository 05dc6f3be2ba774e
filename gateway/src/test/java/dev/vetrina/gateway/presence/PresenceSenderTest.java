package dev.vetrina.gateway.presence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.vetrina.events.LiveEvent.PresenceReported;
import io.quarkus.runtime.ShutdownEvent;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;

class PresenceSenderTest {

    @Test
    void whileKafkaIsAwayReportsAreDroppedAndNobodyWaits() {
        var sender = new PresenceSender(Map.of("bootstrap.servers", "127.0.0.1:1"), Clock.systemUTC());
        Queue<PresenceReported> lost = new ConcurrentLinkedQueue<>();
        var report = new PresenceReported(UUID.randomUUID(), 0, "gateway", "GB", 1_000, 1, List.of());
        assertTimeoutPreemptively(Duration.ofMillis(500), () -> {
            for (int window = 0; window < 100; window++) {
                sender.send(List.of(report), lost::add);
            }
        });
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> sender.stop(new ShutdownEvent()));
        assertThat(lost).as("reports of which it is told that they are lost").hasSizeGreaterThanOrEqualTo(97);
    }
}
