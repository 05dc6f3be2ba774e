package dev.vetrina.order.webhook.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vetrina.order.OrderServiceTest;
import dev.vetrina.order.webhook.Hooks;
import dev.vetrina.order.webhook.Hooks.Hook;
import dev.vetrina.order.webhook.Sink;
import dev.vetrina.testkit.MovableClock;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Five days without a success, or ten attempts. */
@OrderServiceTest
@SuppressWarnings("NullAway.Init")
class GivingUpTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final List<Duration> LONGEST_WAITS = List.of(
            Duration.ofSeconds(7),
            Duration.ofMinutes(7),
            Duration.ofMinutes(37),
            Duration.ofMinutes(145),
            Duration.ofHours(7),
            Duration.ofHours(13),
            Duration.ofHours(17),
            Duration.ofHours(25),
            Duration.ofHours(29));

    @Inject
    MovableClock clock;

    private final Sink sink = new Sink();

    @AfterEach
    void allIsAsBefore() {
        clock.reset();
        sink.close();
    }

    private Hook failing(String path) {
        Hook hook = Hooks.created(sink.url(path));
        sink.always(path, Sink.status(502));
        return hook;
    }

    /** The second begins when it is decided what the first means for the endpoint. */
    private static void twoMoreFail(Hook hook) {
        JsonPath _ = Hooks.delivery(hook, Hooks.tested(hook), "RETRYING", 1);
        JsonPath _ = Hooks.delivery(hook, Hooks.tested(hook), "RETRYING", 1);
    }

    /** All but the last attempt. */
    private String failedNineTimes(Hook hook) {
        String id = Hooks.tested(hook);
        for (int attempt = 1; attempt < LONGEST_WAITS.size(); attempt++) {
            JsonPath _ = Hooks.delivery(hook, id, "RETRYING", attempt);
            clock.advance(LONGEST_WAITS.get(attempt - 1));
        }
        JsonPath _ = Hooks.delivery(hook, id, "RETRYING", LONGEST_WAITS.size());
        return id;
    }

    private static void awaitGivenUp(Hook hook) {
        awaitGivenUp(hook, "FAILING_FOR_LONG");
    }

    private static void awaitGivenUp(Hook hook, String reason) {
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(Hooks.read(hook).getString("disabledReason")).isEqualTo(reason));
    }

    @Test
    void whenEveryAttemptHasFailedTheEndpointIsGivenUp() {
        Hook hook = failing("/dead");
        String id = failedNineTimes(hook);
        clock.advance(LONGEST_WAITS.getLast());

        JsonPath delivery = Hooks.delivery(hook, id, "FAILED", 10);

        assertThat(delivery.getList("attempts")).hasSize(10);
        awaitGivenUp(hook, "ALL_ATTEMPTS_FAILED");
        assertThat(Hooks.read(hook).getString("failingSince")).isNotNull();
    }

    @Test
    void whatFailedNineTimesElsewhereDoesNotDisableTheNewUrl() {
        Hook hook = failing("/nine");
        sink.always("/tenth", Sink.status(502));
        String id = failedNineTimes(hook);
        Hooks.move(hook, sink.url("/tenth"));
        clock.advance(LONGEST_WAITS.getLast());
        JsonPath _ = Hooks.delivery(hook, id, "FAILED", 10);

        // What is tried again shares the lane, which is free when it is decided what the tenth means.
        String later = Hooks.tested(hook);
        JsonPath _ = Hooks.delivery(hook, later, "RETRYING", 1);
        clock.advance(LONGEST_WAITS.getFirst());
        JsonPath _ = Hooks.delivery(hook, later, "RETRYING", 2);
        assertThat(sink.ids("/tenth")).containsExactly(id, later, later);
        assertThat(Hooks.read(hook).getString("status")).isEqualTo("ENABLED");
    }

    @Test
    void anEndpointThatFailsForFiveDaysIsGivenUpAndWhatWaitsWithIt() {
        Hook hook = failing("/long");
        String id = Hooks.tested(hook);
        JsonPath _ = Hooks.delivery(hook, id, "RETRYING", 1);
        clock.advance(Duration.ofDays(5).minusMinutes(10));
        JsonPath _ = Hooks.delivery(hook, id, "RETRYING", 2);
        twoMoreFail(hook);
        assertThat(Hooks.read(hook).getString("status")).isEqualTo("ENABLED");

        clock.advance(Duration.ofMinutes(11));

        awaitGivenUp(hook);
        assertThat(Hooks.delivery(hook, id).getString("delivery.status")).isEqualTo("CANCELLED");
    }

    @Test
    void enabledAgainItHasItsFiveDaysAnew() {
        Hook hook = failing("/again");
        JsonPath _ = Hooks.delivery(hook, Hooks.tested(hook), "RETRYING", 1);
        clock.advance(Duration.ofDays(6));
        awaitGivenUp(hook);
        String failingSince = Hooks.read(hook).getString("failingSince");

        Hooks.post(hook, "enable", Map.of()).then().statusCode(200);
        twoMoreFail(hook);
        assertThat(Hooks.read(hook).getString("status")).isEqualTo("ENABLED");
        assertThat(Hooks.read(hook).getString("failingSince")).isEqualTo(failingSince);

        clock.advance(Duration.ofDays(6));
        awaitGivenUp(hook);
    }

    @Test
    void movedItHasItsFiveDaysAnew() {
        Hook hook = failing("/moving");
        sink.always("/moved", Sink.status(502));
        JsonPath _ = Hooks.delivery(hook, Hooks.tested(hook), "RETRYING", 1);
        clock.advance(Duration.ofDays(3));
        Hooks.move(hook, sink.url("/moved"));

        clock.advance(Duration.ofDays(3));
        twoMoreFail(hook);

        assertThat(Hooks.read(hook).getString("status")).isEqualTo("ENABLED");
    }
}
