package dev.vetrina.gateway.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vetrina.gateway.GatewayTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Readers stop reading for as long as the gateway bears with them; in a soak for a minute. */
@GatewayTest
class StalledReaderTest {

    private static final int OTHERS = 5;

    /** A full connection and one more pulse may wait for anybody, and beyond that facts for the one who takes nothing. */
    private static final int MOST_PENDING_BYTES = (OTHERS + 1) * (65_536 + 101_000) + 262_144;

    private static final String LARGE = "{\"text\":\"" + "y".repeat(100_000) + "\"}";

    @Inject
    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    @Inject
    FeedSettings settings;

    private final StubLive live = new StubLive();
    private final AtomicInteger facts = new AtomicInteger();
    private List<FeedReader> others = List.of();

    @AfterEach
    void everybodyLeaves() {
        others.forEach(FeedReader::close);
        await().until(() -> live.openStreams() == 0);
    }

    @Test
    void aReaderThatStopsReadingCostsTheOthersNothingAndLittleMemoryAndIsClosedInTheEnd() {
        String uri = "/v1/sessions/" + live.session() + "/feed?market=GB";
        others = Stream.generate(() -> FeedReader.open(port, uri)).limit(OTHERS).toList();
        await().until(() -> others.stream().noneMatch(viewer -> viewer.ids().isEmpty()));
        double cutBefore = Metrics.of("vetrina_feed_viewers_cut_total");
        Duration patience = settings.maxStall().multipliedBy(2).plusSeconds(30);
        try (SilentReader silent = SilentReader.open(port, uri)) {
            await().pollInterval(Duration.ofMillis(20)).atMost(patience).until(() -> {
                live.pulse(LARGE);
                return Metrics.of("vetrina_feed_pending_bytes") > 0;
            });
            factsAreToldToAllTheOthersUntil(cutBefore, patience);
            assertThat(Metrics.of("vetrina_feed_viewers_cut_total")).isEqualTo(cutBefore + 1);
        }
        assertThat(others).noneMatch(FeedReader::ended);
        await().until(() -> Metrics.of("vetrina_feed_viewers") == OTHERS);
        await().until(() -> Metrics.of("vetrina_feed_pending_bytes") == 0);
    }

    /** Each fact is with everybody else before the next one is told, while the silent reader is still there. */
    private void factsAreToldToAllTheOthersUntil(double cutBefore, Duration patience) {
        await().pollInterval(Duration.ofMillis(200)).atMost(patience).until(() -> {
            live.pulse(LARGE);
            int sequence = live.publish("fact " + facts.incrementAndGet());
            await().until(() ->
                    others.stream().allMatch(viewer -> viewer.ids().getLast().equals(Integer.toString(sequence))));
            assertThat(Metrics.of("vetrina_feed_pending_bytes")).isLessThan(MOST_PENDING_BYTES);
            return Metrics.of("vetrina_feed_viewers_cut_total") > cutBefore;
        });
        assertThat(facts.get()).as("facts told while a reader stood still").isGreaterThan(3);
        List<String> all = IntStream.rangeClosed(0, facts.get())
                .mapToObj(Integer::toString)
                .toList();
        assertThat(others).allSatisfy(viewer -> assertThat(viewer.ids()).isEqualTo(all));
    }
}
