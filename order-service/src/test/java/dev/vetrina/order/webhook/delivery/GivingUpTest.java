package dev.vetrina.order.webhook.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vetrina.order.OrderServiceTest;
import dev.vetrina.order.webhook.Hooks;
import dev.vetrina.order.webhook.Hooks.Hook;
import dev.vetrina.order.webhook.Sink;
import dev.vetrina.testkit.Api;
import dev.vetrina.testkit.MovableClock;
import dev.vetrina.testkit.identity.Tokens;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Five days without a success. */
@OrderServiceTest
@SuppressWarnings("NullAway.Init")
class GivingUpTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

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

    private static void awaitGivenUp(Hook hook) {
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(Hooks.read(hook).getString("disabledReason")).isEqualTo("FAILING_FOR_LONG"));
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
        Api.as(Tokens.brand(hook.brandId()))
                .header("If-Match", "\"0\"")
                .body(Map.of("url", sink.url("/moved")))
                .put("/v1/webhook-endpoints/{id}", hook.id())
                .then()
                .statusCode(200);

        clock.advance(Duration.ofDays(3));
        twoMoreFail(hook);

        assertThat(Hooks.read(hook).getString("status")).isEqualTo("ENABLED");
    }
}
