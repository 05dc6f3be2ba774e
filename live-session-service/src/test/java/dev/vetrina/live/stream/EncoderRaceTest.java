package dev.vetrina.live.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vetrina.live.Goods;
import dev.vetrina.live.Show;
import dev.vetrina.testkit.MovableClock;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class EncoderRaceTest {

    private static final int ENCODERS = 20;

    @Inject
    MovableClock clock;

    @Inject
    StreamCourse course;

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    @Test
    void ofManyEncodersAtOnceOneIsTheSessions() throws Exception {
        Show show = Show.draft().withLineup(Goods.some());
        show.schedule(clock.instant().plusSeconds(60)).then().statusCode(200);
        Encoder.startWhenStreaming(show);
        Encoder encoder = Encoder.of(show);

        assertThat(atOnce(id -> encoder.publish(id).statusCode())).containsOnly(204);

        assertThat(show.kinds()).containsOnlyOnce("session-started");
        assertThat(atOnce(id -> encoder.update(id).statusCode()).stream()
                        .filter(status -> status == 204)
                        .count())
                .isEqualTo(1);
    }

    @Test
    void aLossPausesOnceHoweverManyWatchForIt() throws Exception {
        Encoder encoder = Encoder.of(Show.live(Goods.some()));
        encoder.publish(1).then().statusCode(204);
        encoder.done(1).then().statusCode(204);
        clock.advance(Duration.ofSeconds(11));

        atOnce(id -> {
            if (id % 2 == 0) {
                return encoder.show().command("pause").statusCode();
            }
            course.followIfFree(encoder.show().id());
            return 0;
        });

        assertThat(encoder.show().kinds()).containsOnlyOnce("session-paused").endsWith("session-paused");
    }

    private interface Act {
        int by(int id);
    }

    private static List<Integer> atOnce(Act act) throws Exception {
        List<Future<Integer>> answers = new ArrayList<>();
        try (ExecutorService encoders = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.rangeClosed(1, ENCODERS).forEach(id -> answers.add(encoders.submit(() -> act.by(id))));
        }
        List<Integer> statuses = new ArrayList<>();
        for (Future<Integer> answer : answers) {
            statuses.add(answer.get());
        }
        return statuses;
    }
}
