package dev.vetrina.live.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vetrina.events.EventJson;
import dev.vetrina.events.LiveEvent.SessionChanged;
import dev.vetrina.events.LiveEvent.SessionStatus;
import dev.vetrina.events.Topics;
import dev.vetrina.live.Goods;
import dev.vetrina.live.Show;
import dev.vetrina.testkit.KafkaProbe;
import dev.vetrina.testkit.MovableClock;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** From the encoder's first word to the end of a show that everybody has left. */
@QuarkusTest
class StreamedShowTest {

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
    void aShowFollowsItsEncoderFromBeginningToEnd() {
        Show show = Show.draft().withLineup(Goods.some());
        try (KafkaProbe probe = KafkaProbe.fromNow(Topics.LIVE_SESSIONS)) {
            show.schedule(clock.instant().plusSeconds(60)).then().statusCode(200);
            Encoder.startWhenStreaming(show);
            Encoder encoder = Encoder.of(show);

            encoder.publish(1).then().statusCode(204);
            assertThat(show.state().getString("status")).isEqualTo("LIVE");
            encoder.update(1).then().statusCode(204);

            encoder.done(1).then().statusCode(204);
            assertThat(show.state().getString("status")).as("within the grace").isEqualTo("LIVE");
            clock.advance(Duration.ofSeconds(11));
            assertThat(show.awaitLast("session-paused")).containsEntry("reason", "STREAM_LOST");

            clock.advance(Duration.ofSeconds(30));
            encoder.publish(2).then().statusCode(204);
            assertThat(show.state().getString("status")).isEqualTo("LIVE");
            assertThat(show.awaitLast("session-resumed")).containsEntry("reason", "STREAM_BACK");

            encoder.done(2).then().statusCode(204);
            clock.advance(Duration.ofMinutes(29));
            show.awaitLast("session-paused");
            abandoned.end();
            assertThat(show.state().getString("status")).isEqualTo("PAUSED");
            clock.advance(Duration.ofMinutes(2));
            abandoned.end();
            assertThat(show.state().getString("status")).isEqualTo("ENDED");
            assertThat(show.timeline().getLast().data()).containsEntry("reason", "ABANDONED");

            // What stops, moves and closes the deals' clocks in order-service.
            await().atMost(PATIENCE).until(() -> statesOf(probe, show).contains(SessionStatus.ENDED));
            assertThat(statesOf(probe, show))
                    .containsExactly(
                            SessionStatus.SCHEDULED,
                            SessionStatus.LIVE,
                            SessionStatus.PAUSED,
                            SessionStatus.LIVE,
                            SessionStatus.PAUSED,
                            SessionStatus.ENDED);
        }
    }

    @Test
    void silenceIsALossToo() {
        Encoder encoder = Encoder.of(Show.live(Goods.some()));
        encoder.publish(1).then().statusCode(204);
        encoder.update(1).then().statusCode(204);

        clock.advance(Duration.ofSeconds(46));

        encoder.show().awaitLast("session-paused");
        encoder.update(1).then().statusCode(204);
        encoder.show().awaitLast("session-resumed");
    }

    @Test
    void aPauseOfTheHostOutlivesTheEncodersReturn() {
        Encoder encoder = Encoder.of(Show.live(Goods.some()));
        encoder.publish(1).then().statusCode(204);
        encoder.done(1).then().statusCode(204);
        clock.advance(Duration.ofSeconds(11));
        encoder.show().awaitLast("session-paused");

        encoder.show().command("pause").then().statusCode(200);
        encoder.publish(2).then().statusCode(204);

        assertThat(encoder.show().state().getString("status")).isEqualTo("PAUSED");
        assertThat(encoder.show().kinds()).endsWith("session-paused");
    }

    @Test
    void whatKeepsAShowFromBeginningIsToldToItsHostAndTriedAgain() {
        Show show = Show.draft();
        show.schedule(clock.instant().plusSeconds(60)).then().statusCode(200);
        Encoder.startWhenStreaming(show);
        Encoder encoder = Encoder.of(show);

        encoder.publish(1).then().statusCode(204);
        assertThat(show.state().getString("status")).isEqualTo("SCHEDULED");
        assertThat(Encoder.stream(show).getString("startRefused")).isEqualTo("lineup-empty");
        assertThat(Encoder.stream(show).getBoolean("connected")).isTrue();

        show.withLineup(Goods.some());
        clock.advance(Duration.ofSeconds(6));
        show.awaitLast("session-started");
        assertThat(Encoder.stream(show).getString("startRefused")).isNull();
    }

    @Test
    void anEncoderThatIsTriedTheDayBeforeBeginsNothing() {
        Show show = Show.draft().withLineup(Goods.some());
        Instant start = clock.instant().plus(Duration.ofDays(1));
        show.schedule(start).then().statusCode(200);
        Encoder.startWhenStreaming(show);
        Encoder encoder = Encoder.of(show);

        encoder.publish(1).then().statusCode(204);
        assertThat(show.state().getString("status")).isEqualTo("SCHEDULED");

        clock.advance(Duration.ofDays(1).minusMinutes(14));
        show.awaitLast("session-started");
    }

    private static List<SessionStatus> statesOf(KafkaProbe probe, Show show) {
        return probe.received().stream()
                .filter(seen -> show.id().toString().equals(seen.key()))
                .map(seen -> EventJson.read(
                                seen.type(),
                                Objects.requireNonNull(seen.value()).getBytes(StandardCharsets.UTF_8))
                        .orElseThrow())
                .filter(SessionChanged.class::isInstance)
                .map(event -> ((SessionChanged) event).status())
                .toList();
    }
}
