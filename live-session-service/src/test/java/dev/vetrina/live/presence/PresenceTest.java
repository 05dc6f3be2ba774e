package dev.vetrina.live.presence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vetrina.events.LiveEvent.PresenceReported;
import dev.vetrina.live.Events;
import dev.vetrina.live.Goods;
import dev.vetrina.live.Show;
import dev.vetrina.testkit.MovableClock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PresenceTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    MovableClock clock;

    @Inject
    Presence presence;

    private long window;

    @BeforeEach
    void startAWindow() {
        window = clock.millis() / 1000 * 1000;
    }

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    @Test
    void viewersAreSummedOverGatewaysAndMarkets() {
        Show show = Show.live(Goods.some());

        report(show, 0, "gw-1", "GB", 10, "a", "b");
        report(show, 0, "gw-1", "DE", 5, "c");
        report(show, 0, "gw-2", "GB", 20, "a", "d");
        report(show, 1, "gw-1", "GB", 12);
        report(show, 1, "gw-2", "GB", 3);

        await().atMost(PATIENCE).until(() -> show.statistics().getInt("watchSeconds") == 50);
        JsonPath statistics = show.statistics();
        assertThat(statistics.getInt("viewersPeak")).isEqualTo(35);
        assertThat(statistics.getInt("viewersUnique")).isEqualTo(4);
    }

    @Test
    void aGatewayThatFallsSilentCountsNoMore() {
        Show show = Show.live(Goods.some());
        startAWindow();
        report(show, 0, "gw-1", "GB", 10, "a");
        report(show, 0, "gw-2", "GB", 4, "b");
        await().atMost(PATIENCE).until(() -> show.statistics().getInt("viewersNow") == 14);

        clock.advance(Duration.ofSeconds(10));
        report(show, 10, "gw-2", "GB", 5);

        await().atMost(PATIENCE).until(() -> show.statistics().getInt("viewersNow") == 5);
        assertThat(show.state().getInt("viewersNow")).isEqualTo(5);
        assertThat(show.statistics().getInt("viewersPeak")).isEqualTo(14);
    }

    @Test
    void aReportThatComesTwiceOrLateCountsOnce() {
        Show show = Show.live(Goods.some());
        PresenceReported report = reported(show, 1, "gw-1", "GB", 10, "a");

        Events.send(report);
        Events.send(report, UUID.randomUUID());
        report(show, 0, "gw-1", "GB", 99, "late");
        report(show, 2, "gw-1", "GB", 1, "b");

        await().atMost(PATIENCE).until(() -> show.statistics().getInt("viewersUnique") == 2);
        JsonPath statistics = show.statistics();
        assertThat(statistics.getInt("watchSeconds")).isEqualTo(11);
        assertThat(statistics.getInt("viewersPeak")).isEqualTo(10);
    }

    @Test
    void whoOpensTheFeedAfterTheEndIsNoViewerOfTheSession() {
        Show ended = Show.live(Goods.some());
        Show cancelled = Show.scheduled(Goods.some());
        report(ended, 0, "gw-1", "GB", 1, "a");
        await().atMost(PATIENCE).until(() -> ended.statistics().getInt("viewersUnique") == 1);
        ended.command("end").then().statusCode(200);
        cancelled.command("cancel").then().statusCode(200);

        // Far enough behind the end, however long the commands took.
        report(ended, 120, "gw-1", "GB", 7, "b", "c");
        report(cancelled, 120, "gw-1", "GB", 7, "b");
        await().atMost(PATIENCE).until(() -> ended.state().getInt("viewersNow") == 7);
        await().atMost(PATIENCE).until(() -> cancelled.state().getInt("viewersNow") == 7);

        clock.advance(Duration.ofSeconds(61));
        JsonPath report = ended.statistics();
        assertThat(report.getString("status")).isEqualTo("FINAL");
        assertThat(report.getInt("viewersUnique")).isEqualTo(1);
        assertThat(report.getInt("viewersPeak")).isEqualTo(1);
        assertThat(report.getInt("watchSeconds")).isEqualTo(1);
        assertThat(report.getInt("viewersNow")).isZero();
        assertThat(cancelled.statistics().getInt("viewersUnique")).isZero();
    }

    @Test
    void aReportThatCannotBeTrueCountsNothing() {
        Show absurd = Show.live(Goods.some());
        Show sound = Show.live(Goods.some());

        report(absurd, 0, "gw-1", "GB", -3, "a");
        report(sound, 0, "gw-1", "GB", 3, "a");

        await().atMost(PATIENCE).until(() -> sound.statistics().getInt("viewersUnique") == 1);
        assertThat(absurd.statistics().getInt("viewersUnique")).isZero();
    }

    @Test
    void theReportThatGatewaysKeepToIsCounted() {
        PresenceReported report = Events.sendGolden(PresenceReported.class);

        await().atMost(PATIENCE)
                .until(() -> presence.audience(report.sessionId()), new Presence.Audience(200, 2, 200_000)::equals);
    }

    private void report(Show show, int second, String gateway, String market, int viewers, String... joined) {
        Events.send(reported(show, second, gateway, market, viewers, joined));
    }

    private PresenceReported reported(
            Show show, int second, String gateway, String market, int viewers, String... joined) {
        return new PresenceReported(
                show.id(), window + second * 1000L, gateway, market, 1000, viewers, List.of(joined));
    }
}
