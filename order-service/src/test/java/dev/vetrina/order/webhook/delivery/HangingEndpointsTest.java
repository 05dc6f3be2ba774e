package dev.vetrina.order.webhook.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vetrina.order.OrderServiceTest;
import dev.vetrina.order.webhook.Hooks;
import dev.vetrina.order.webhook.Hooks.Hook;
import dev.vetrina.order.webhook.Sink;
import dev.vetrina.order.webhook.message.ManyMessages;
import dev.vetrina.testkit.MovableClock;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** No attempt times out here before a test is over: whoever waits for one that hangs waits in vain. */
@OrderServiceTest
@TestProfile(HangingEndpointsTest.Patient.class)
@SuppressWarnings("NullAway.Init")
class HangingEndpointsTest {

    private static final int HEALTHY_AT_ONCE = 10;
    private static final int FAILING_AT_ONCE = 10;
    /** Room that endpoints of earlier tests may take up. */
    private static final int OF_OTHERS = 3;

    private static final int HANGING = 5;
    private static final int SOUND = 45;
    /** Five thousand altogether, in a soak a hundred thousand. */
    private static final int EACH = Boolean.getBoolean("vetrina.soak") ? 2_000 : 100;

    private static final Duration PATIENCE =
            Boolean.getBoolean("vetrina.soak") ? Duration.ofMinutes(30) : Duration.ofMinutes(3);

    public static final class Patient implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "vetrina.webhooks.attempt-timeout",
                    "2H",
                    "vetrina.webhooks.lease",
                    "4H",
                    "vetrina.webhooks.healthy-at-once",
                    Integer.toString(HEALTHY_AT_ONCE),
                    "vetrina.webhooks.failing-at-once",
                    Integer.toString(FAILING_AT_ONCE));
        }
    }

    @Inject
    ManyMessages messages;

    @Inject
    MovableClock clock;

    private final Sink sink = new Sink();

    @AfterEach
    void allIsAsBefore() {
        clock.reset();
        sink.close();
    }

    /** Also nobody shares a connection with them: all of them are one host. */
    @Test
    void fiveThatHangDelayNoneOfFortyFive() {
        List<Hook> hanging = Hooks.created(sink, "/hanging", HANGING);
        List<Hook> sound = Hooks.created(sink, "/sound", SOUND);
        IntStream.range(0, HANGING).forEach(i -> sink.always("/hanging" + i, sink.hangs()));
        List<UUID> brands = Stream.concat(hanging.stream(), sound.stream())
                .map(Hook::brandId)
                .toList();

        List<String> told = messages.tell(brands, EACH);

        await().atMost(PATIENCE)
                .until(() -> IntStream.range(0, SOUND)
                        .allMatch(i -> sink.received("/sound" + i).size() >= EACH));
        for (int i = 0; i < HANGING; i++) {
            String path = "/hanging" + i;
            await().atMost(PATIENCE).until(() -> !sink.received(path).isEmpty());
            assertThat(sink.ids(path)).hasSize(1);
        }
        assertThat(sink.ids("/hanging0")).containsExactly(told.getFirst());
        for (int i = 0; i < SOUND; i++) {
            assertThat(sink.ids("/sound" + i)).hasSize(EACH).isSorted();
        }
    }

    /** More than there is room for in all: in one room they would keep out everybody else. */
    @Test
    void thoseThatFailedHangInARoomOfTheirOwn() {
        List<Hook> failed = Hooks.created(sink, "/failed", HEALTHY_AT_ONCE + FAILING_AT_ONCE + 2);
        for (int i = 0; i < failed.size(); i++) {
            sink.answer("/failed" + i, Sink.status(500));
            sink.always("/failed" + i, sink.hangs());
        }
        for (Hook hook : failed) {
            JsonPath _ = Hooks.delivery(hook, Hooks.tested(hook), "RETRYING", 1);
        }
        clock.advance(Duration.ofSeconds(7));
        await().atMost(PATIENCE).until(() -> hanging(failed.size()) >= FAILING_AT_ONCE - OF_OTHERS);

        Hook sound = Hooks.created(sink.url("/sound"));
        JsonPath _ = Hooks.delivery(sound, Hooks.tested(sound), "DELIVERED", 1);
        assertThat(hanging(failed.size())).isLessThanOrEqualTo(FAILING_AT_ONCE);
    }

    private long hanging(int failed) {
        return IntStream.range(0, failed)
                .filter(i -> sink.received("/failed" + i).size() > 1)
                .count();
    }
}
