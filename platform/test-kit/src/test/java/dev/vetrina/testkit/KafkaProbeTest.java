package dev.vetrina.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vetrina.testkit.server.RealServers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KafkaProbeTest {

    @Test
    void findsAnEventByKeyAndTypeAndSeesNothingFromBeforeItsTime() {
        KafkaTopics.create(RealServers.kafka().bootstrapServers(), List.of("live.sessions"));
        KafkaProbe.publish("live.sessions", "s-1", "{}", Map.of("ce_type", "session.planned.v1"));
        try (var fromNow = KafkaProbe.fromNow("live.sessions");
                var fromBeginning = KafkaProbe.fromBeginning("live.sessions")) {
            KafkaProbe.publish("live.sessions", "s-1", null, Map.of("ce_type", "session.started.v1"));

            ReceivedRecord started = fromNow.await("s-1", "session.started.v1");
            assertThat(started.value()).isNull();
            assertThat(fromNow.received()).containsExactly(started);
            assertThat(fromBeginning.await("s-1", "session.planned.v1").value()).isEqualTo("{}");
        }
    }
}
