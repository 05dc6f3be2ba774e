package dev.vetrina.gateway.presence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vetrina.events.EventJson;
import dev.vetrina.events.LiveEvent.PresenceReported;
import dev.vetrina.events.Topics;
import dev.vetrina.gateway.GatewayTest;
import dev.vetrina.gateway.feed.FeedReader;
import dev.vetrina.gateway.feed.StubLive;
import dev.vetrina.testkit.KafkaProbe;
import dev.vetrina.testkit.ReceivedRecord;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@GatewayTest
class PresenceTest {

    @Inject
    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    private final StubLive live = new StubLive();

    @Test
    void everySecondOfAChannelIsReportedUntilItsLastViewerLeft() {
        try (KafkaProbe kafka = KafkaProbe.fromNow(Topics.LIVE_PRESENCE)) {
            List<FeedReader> viewers = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                viewers.add(FeedReader.open(port, uri("")));
            }
            viewers.add(FeedReader.open(port, uri("&viewer=anna")));
            viewers.add(FeedReader.open(port, uri("&viewer=anna")));
            viewers.add(FeedReader.open(port, uri("&ticket=t")));
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> reports(kafka).stream().anyMatch(report -> report.viewers() == 8));
            FeedReader back = FeedReader.resume(port, uri(""), "0");
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> reports(kafka).stream().anyMatch(report -> report.viewers() == 9));
            viewers.forEach(FeedReader::close);
            back.close();
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> reports(kafka).getLast().viewers() == 0);

            List<PresenceReported> reports = reports(kafka);
            assertThat(reports).allSatisfy(report -> {
                assertThat(report.sequence() % 1_000).isZero();
                assertThat(report.windowMillis()).isEqualTo(1_000);
                assertThat(report.market()).isEqualTo("GB");
                assertThat(report.gatewayId()).isEqualTo(reports.getFirst().gatewayId());
            });
            assertThat(reports.stream().map(PresenceReported::sequence)).doesNotHaveDuplicates();
            assertThat(reports.stream().map(PresenceReported::sequence)).isSorted();
            TreeSet<String> joined = new TreeSet<>();
            reports.forEach(report -> joined.addAll(report.joined()));
            // Five strangers, one who names itself twice, one with a ticket; who came back was counted before.
            assertThat(joined).hasSize(7).contains("hash-of-a-ticket").doesNotContain("anna", "anonymous");
            assertThat(reports.stream().filter(report -> report.viewers() == 0)).hasSize(1);
        }
    }

    private List<PresenceReported> reports(KafkaProbe kafka) {
        return kafka.received().stream()
                .filter(record -> live.session().toString().equals(record.key()))
                .map(PresenceTest::report)
                .toList();
    }

    private static PresenceReported report(ReceivedRecord record) {
        assertThat(record.headers())
                .containsEntry("ce_specversion", "1.0")
                .containsEntry("ce_source", "/gateway")
                .containsKeys("ce_id", "ce_time", "ce_sequence");
        byte[] json = String.valueOf(record.value()).getBytes(StandardCharsets.UTF_8);
        return (PresenceReported) EventJson.read(record.type(), json).orElseThrow();
    }

    private String uri(String more) {
        return "/v1/sessions/" + live.session() + "/feed?market=GB" + more;
    }
}
