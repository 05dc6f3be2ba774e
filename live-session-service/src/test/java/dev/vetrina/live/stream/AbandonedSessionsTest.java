package dev.vetrina.live.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vetrina.events.LiveEvent.PresenceReported;
import dev.vetrina.live.Events;
import dev.vetrina.live.Goods;
import dev.vetrina.live.Show;
import dev.vetrina.testkit.Api;
import dev.vetrina.testkit.MovableClock;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AbandonedSessionsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    MovableClock clock;

    @Inject
    AbandonedSessions abandoned;

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    @Test
    void aShowWithoutAStreamThatNobodyWatchesOrLeadsIsEnded() {
        Show show = Show.live(Goods.some());
        Show paused = Show.live(Goods.some());
        paused.command("pause").then().statusCode(200);
        Show scheduled = Show.scheduled(Goods.some());

        later(Duration.ofMinutes(29));
        assertThat(status(show)).isEqualTo("LIVE");
        later(Duration.ofMinutes(2));

        assertThat(status(show)).isEqualTo("ENDED");
        assertThat(show.timeline().getLast().data()).containsEntry("reason", "ABANDONED");
        assertThat(status(paused)).isEqualTo("ENDED");
        assertThat(status(scheduled)).isEqualTo("SCHEDULED");
    }

    @Test
    void aCommandShowsThatSomebodyCares() {
        Goods jumper = Goods.some();
        Show show = Show.live(jumper);
        later(Duration.ofMinutes(20));
        show.pin(jumper.productId()).then().statusCode(200);
        later(Duration.ofMinutes(20));

        assertThat(status(show)).isEqualTo("LIVE");
        later(Duration.ofMinutes(11));
        assertThat(status(show)).isEqualTo("ENDED");
    }

    @Test
    void aCommandOfAStrangerShowsNothing() {
        Show show = Show.live(Goods.some());
        Show stranger = Show.live(Goods.some());
        later(Duration.ofMinutes(20));
        Api.as(stranger.token()).post(show.path("/pause")).then().statusCode(403);
        later(Duration.ofMinutes(11));

        assertThat(status(show)).isEqualTo("ENDED");
    }

    @Test
    void whereNoEncoderTellsViewersKeepAShow() {
        Show show = Show.live(Goods.some());
        clock.advance(Duration.ofMinutes(20));
        long window = clock.millis() / 1000 * 1000;
        Events.send(new PresenceReported(show.id(), window, "gw-1", "GB", 1000, 3, List.of("a")));
        await().atMost(PATIENCE).until(() -> show.statistics().getInt("viewersPeak") == 3);
        later(Duration.ofMinutes(11));

        assertThat(status(show)).isEqualTo("LIVE");
        later(Duration.ofMinutes(20));
        assertThat(status(show)).isEqualTo("ENDED");
    }

    @Test
    void anEncoderThatIsAliveKeepsAShowThatNobodyWatches() {
        Encoder encoder = Encoder.of(Show.live(Goods.some()));
        encoder.publish(1).then().statusCode(204);
        for (int minutes = 0; minutes < 40; minutes += 10) {
            clock.advance(Duration.ofMinutes(10));
            encoder.update(1).then().statusCode(204);
        }
        abandoned.end();

        assertThat(status(encoder.show())).isEqualTo("LIVE");
    }

    private void later(Duration by) {
        clock.advance(by);
        abandoned.end();
    }

    private static String status(Show show) {
        return show.state().getString("status");
    }
}
