package dev.vetrina.gateway.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vetrina.gateway.GatewayTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Most of a channel's connections are full, so that its pulses are told less often. */
@GatewayTest
class PulsePressureTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int THINGS = 60;
    private static final String LARGE = "{\"text\":\"" + "y".repeat(100_000) + "\"}";

    @Inject
    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    private final StubLive live = new StubLive();
    private final List<AutoCloseable> readers = new ArrayList<>();

    @AfterEach
    void everybodyLeaves() throws Exception {
        for (AutoCloseable reader : readers) {
            reader.close();
        }
        await().until(() -> live.openStreams() == 0);
    }

    @Test
    void underPressureFewerPulsesTellTheSameAndFactsComeAtOnce() throws Exception {
        String uri = "/v1/sessions/" + live.session() + "/feed?market=GB";
        FeedReader healthy = FeedReader.open(port, uri);
        readers.add(healthy);
        await().until(() -> !healthy.ids().isEmpty());
        for (int number = 0; number < 3; number++) {
            readers.add(SilentReader.open(port, uri));
        }
        double joinedBefore = Metrics.of("vetrina_feed_pulses_joined_total");
        double skippedBefore = Metrics.of("vetrina_feed_pulses_skipped_total");
        await().pollInterval(Duration.ofMillis(20))
                .atMost(Duration.ofSeconds(30))
                .until(() -> {
                    live.pulse(LARGE);
                    return Metrics.of("vetrina_feed_pulses_skipped_total") >= skippedBefore + 12;
                });

        for (int thing = 0; thing < THINGS; thing++) {
            live.pulse("{\"text\":\"\",\"viewers\":" + thing + ",\"chat\":[" + thing + "]}");
            live.publish("fact " + thing);
        }

        await().until(() -> chat(healthy).size() == THINGS);
        assertThat(chat(healthy)).isEqualTo(IntStream.range(0, THINGS).boxed().toList());
        assertThat(healthy.events().stream().filter(PulsePressureTest::hasChat)).hasSizeLessThan(THINGS);
        assertThat(Metrics.of("vetrina_feed_pulses_joined_total")).isGreaterThan(joinedBefore);
        await().until(() -> healthy.ids().size() == THINGS + 1);
        assertThat(healthy.ids())
                .isEqualTo(IntStream.rangeClosed(0, THINGS)
                        .mapToObj(Integer::toString)
                        .toList());
    }

    private static List<Integer> chat(FeedReader reader) {
        List<Integer> things = new ArrayList<>();
        reader.events().stream()
                .filter(PulsePressureTest::hasChat)
                .forEach(event -> read(event).path("chat").forEach(thing -> things.add(thing.asInt())));
        return things;
    }

    private static boolean hasChat(EventStreamParser.Event event) {
        return event.name().equals("pulse") && event.data().contains("\"chat\"");
    }

    private static JsonNode read(EventStreamParser.Event event) {
        try {
            return JSON.readTree(event.data());
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
