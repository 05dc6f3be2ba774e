package dev.vetrina.gateway.feed;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** On an event loop and a clock that do only what the test says. */
class PulseLaneTest {

    private final List<String> told = new ArrayList<>();
    private final List<Long> alarms = new ArrayList<>();
    private long nowMillis = 10_000;
    private PulseLane.@Nullable Told underWay;
    private @Nullable Runnable alarm;

    private final PulseLane lane = new PulseLane(
            (frame, whenTold) -> {
                told.add(frame.content()
                        .toString()
                        .replace("event: pulse\ndata: ", "")
                        .strip());
                underWay = whenTold;
            },
            (millis, action) -> {
                alarms.add(millis);
                alarm = action;
            },
            () -> TimeUnit.MILLISECONDS.toNanos(nowMillis),
            new FeedMetrics(new SimpleMeterRegistry()));

    @Test
    void withTimeToSpareEachPulseIsToldAsItCame() throws Exception {
        for (int number = 1; number <= 3; number++) {
            offer("{\"viewers\":" + number + "}");
            everybodyHasIt(5);
        }

        assertThat(told).containsExactly("{\"viewers\":1}", "{\"viewers\":2}", "{\"viewers\":3}");
        assertThat(alarms).isEmpty();
    }

    @Test
    void whatComesWhileOneIsToldIsJoinedIntoOneAndNothingIsLost() throws Exception {
        offer("{\"viewers\":1,\"chat\":[\"a\"]}");
        offer("{\"viewers\":2,\"chat\":[\"b\"]}");
        offer("{\"viewers\":3}");
        offer("{\"viewers\":4,\"chat\":[\"c\"]}");
        assertThat(told).hasSize(1);

        everybodyHasIt(50);

        assertThat(told).containsExactly("{\"viewers\":1,\"chat\":[\"a\"]}", "{\"viewers\":4,\"chat\":[\"b\",\"c\"]}");
    }

    @Test
    void afterASlowOneTheNextWaitsUntilItIsDue() throws Exception {
        offer("{\"viewers\":1}");
        everybodyHasIt(200);
        offer("{\"viewers\":2}");
        offer("{\"viewers\":3}");

        assertThat(told).hasSize(1);
        assertThat(alarms).containsExactly(300L);

        nowMillis += 300;
        ring();
        assertThat(told).containsExactly("{\"viewers\":1}", "{\"viewers\":3}");
    }

    @Test
    void oneThatTakesLongerThanTheDistanceIsFollowedAtOnceByOneOfAllThatCameMeanwhile() throws Exception {
        offer("{\"chat\":[0]}");
        for (int number = 1; number <= 8; number++) {
            nowMillis += 250;
            offer("{\"chat\":[" + number + "]}");
        }
        everybodyHasIt(0);

        assertThat(told).containsExactly("{\"chat\":[0]}", "{\"chat\":[1,2,3,4,5,6,7,8]}");
    }

    @Test
    void whoComesInTheMiddleGetsTheNewestFiguresEvenOfAPulseThatStillWaits() throws Exception {
        assertThat(lane.figures()).isNull();
        offer("{\"viewers\":1,\"stock\":{\"v\":5},\"chat\":[\"a\"]}");
        offer("{\"viewers\":2,\"chat\":[\"b\"]}");

        Frame figures = requireNonNull(lane.figures());
        assertThat(figures.content().toString()).contains("{\"viewers\":2,\"stock\":{\"v\":5}}");
        assertThat(lane.figures()).isSameAs(figures);
    }

    private void offer(String json) throws JsonProcessingException {
        lane.offer(Pulse.of(json));
    }

    private void everybodyHasIt(long millisLater) {
        nowMillis += millisLater;
        PulseLane.Told whenTold = requireNonNull(underWay);
        underWay = null;
        whenTold.told(10, 0);
    }

    private void ring() {
        Runnable due = requireNonNull(alarm);
        alarm = null;
        due.run();
    }
}
