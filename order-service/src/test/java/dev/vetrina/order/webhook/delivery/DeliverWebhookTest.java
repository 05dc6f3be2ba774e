package dev.vetrina.order.webhook.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.vetrina.order.OrderServiceTest;
import dev.vetrina.order.webhook.Hooks;
import dev.vetrina.order.webhook.Hooks.Hook;
import dev.vetrina.order.webhook.Sink;
import dev.vetrina.order.webhook.destination.ScriptedNames;
import dev.vetrina.testkit.Api;
import dev.vetrina.testkit.MovableClock;
import dev.vetrina.testkit.identity.Tokens;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of a message at an endpoint that does not behave. */
@OrderServiceTest
@SuppressWarnings("NullAway.Init")
class DeliverWebhookTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    MovableClock clock;

    private final Sink sink = new Sink();

    @AfterEach
    void allIsAsBefore() {
        clock.reset();
        sink.close();
    }

    @Test
    void whatFailsIsTriedAgainWithItsIdWhileOthersPassIt() {
        Hook hook = Hooks.created(sink.url("/fails"));
        sink.answer("/fails", Sink.status(500));

        String failed = Hooks.tested(hook);
        JsonPath delivery = Hooks.delivery(hook, failed, "RETRYING", 1);
        String passing = Hooks.tested(hook);
        JsonPath _ = Hooks.delivery(hook, passing, "DELIVERED", 1);
        assertThat(sink.ids("/fails")).containsExactly(failed, passing);
        assertThat(delivery.getInt("attempts[0].statusCode")).isEqualTo(500);

        clock.advance(Duration.ofSeconds(7));

        JsonPath delivered = Hooks.delivery(hook, failed, "DELIVERED", 2);
        assertThat(sink.ids("/fails")).containsExactly(failed, passing, failed);
        assertThat(delivered.getString("headers.webhook-id")).isEqualTo(failed);
        assertThat(delivered.getMap("headers")).doesNotContainKey("webhook-signature");
        assertThat(sink.received("/fails").getLast().body()).isEqualTo(delivered.getString("body"));
        assertThat(Hooks.read(hook).getString("failingSince")).isNull();
    }

    @Test
    void anEndpointThatAsksForTimeGetsIt() {
        Hook hook = Hooks.created(sink.url("/busy"));
        sink.answer("/busy", Sink.status(429, "Retry-After", "3600"));

        JsonPath delivery = Hooks.delivery(hook, Hooks.tested(hook), "RETRYING", 1);

        Instant attempted = Instant.parse(delivery.getString("attempts[0].attemptedAt"));
        assertThat(Instant.parse(delivery.getString("delivery.nextAttemptAt")))
                .isAfterOrEqualTo(attempted.plusSeconds(3_600));
    }

    @Test
    void anEndpointThatIsGoneIsSentNothingAndTheBrandIsToldElsewhere() {
        Hook gone = Hooks.created(sink.url("/gone"));
        Hook other = Hooks.created(gone.brandId(), sink.url("/other"), "order.paid");
        sink.answer("/gone", Sink.status(410));

        JsonPath _ = Hooks.delivery(gone, Hooks.tested(gone), "FAILED", 1);

        await().atMost(PATIENCE).until(() -> sink.received("/other").size() == 1);
        assertThat(sink.received("/other").getFirst().body())
                .contains("endpoint.disabled")
                .contains(gone.id().toString())
                .contains("GONE");
        assertThat(Hooks.read(gone).getString("status")).isEqualTo("DISABLED");
        assertThat(Hooks.read(gone).getString("disabledReason")).isEqualTo("GONE");
        assertThat(Hooks.read(other).getString("status")).isEqualTo("ENABLED");
        Hooks.post(gone, "test", Map.of()).then().statusCode(409).body("code", equalTo("webhook-endpoint-disabled"));
        Hooks.post(gone, "enable", Map.of()).then().statusCode(200).body("status", equalTo("ENABLED"));
        JsonPath _ = Hooks.delivery(gone, Hooks.tested(gone), "DELIVERED", 1);
    }

    @Test
    void aRedirectIsNotFollowed() {
        Hook hook = Hooks.created(sink.url("/moved"));
        sink.answer("/moved", Sink.status(302, "Location", sink.url("/inside")));

        JsonPath delivery = Hooks.delivery(hook, Hooks.tested(hook), "RETRYING", 1);

        assertThat(delivery.getInt("attempts[0].statusCode")).isEqualTo(302);
        assertThat(sink.received("/inside")).isEmpty();
    }

    @Test
    void aNameThatComesToLeadInsideIsNotFollowedThere() {
        ScriptedNames.point("changing.test", "127.0.0.1");
        Hook hook = Hooks.created(sink.url("changing.test", "/changing"));
        JsonPath _ = Hooks.delivery(hook, Hooks.tested(hook), "DELIVERED", 1);
        assertThat(sink.received("/changing").getFirst().header("host")).startsWith("changing.test:");

        ScriptedNames.point("changing.test", "127.0.0.2");

        JsonPath delivery = Hooks.delivery(hook, Hooks.tested(hook), "RETRYING", 1);
        assertThat(delivery.getString("attempts[0].error")).isEqualTo("TARGET_REFUSED");
        assertThat(sink.received("/changing")).hasSize(1);
    }

    @Test
    void anAnswerOfAnyLengthIsKeptByItsBeginning() {
        Hook hook = Hooks.created(sink.url("/talks"));
        sink.answer("/talks", Sink.body(50_000_000));

        JsonPath delivery = Hooks.delivery(hook, Hooks.tested(hook), "DELIVERED", 1);

        assertThat(delivery.getString("attempts[0].answer")).hasSize(1_024);
    }

    @Test
    void whoeverHangsIsNotWaitedForForever() {
        Hook silent = Hooks.created(sink.url("/silent"));
        Hook endless = Hooks.created(sink.url("/endless"));
        Hook refusing = Hooks.created("http://127.0.0.1:1/");
        sink.answer("/silent", sink.hangs());
        sink.answer("/endless", sink.neverEnds());
        String unanswered = Hooks.tested(silent);
        String halfAnswered = Hooks.tested(endless);
        String refused = Hooks.tested(refusing);

        assertThat(Hooks.delivery(refusing, refused, "RETRYING", 1).getString("attempts[0].error"))
                .isEqualTo("CONNECTION_FAILED");
        assertThat(Hooks.delivery(silent, unanswered, "RETRYING", 1).getString("attempts[0].error"))
                .isEqualTo("TIMEOUT");
        assertThat(Hooks.delivery(endless, halfAnswered, "DELIVERED", 1).getString("attempts[0].answer"))
                .isEqualTo("x");
    }

    @Test
    void oneMessageIsReplayedAsOftenAsIsWished() {
        Hook hook = Hooks.created(sink.url("/again"));
        String id = Hooks.tested(hook);
        String delivery = Hooks.delivery(hook, id, "DELIVERED", 1).getString("delivery.id");

        Api.as(Tokens.brand(hook.brandId()))
                .post("/v1/webhook-deliveries/{id}/replay", delivery)
                .then()
                .statusCode(202);

        await().atMost(PATIENCE).until(() -> sink.ids("/again").size() == 2);
        assertThat(sink.ids("/again")).containsExactly(id, id);
        await().atMost(PATIENCE)
                .until(() -> Hooks.delivery(hook, id).getList("attempts").size() == 2);
    }
}
