package dev.vetrina.order.webhook.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.vetrina.kit.id.Ids;
import dev.vetrina.order.OrderServiceTest;
import dev.vetrina.order.webhook.Hooks;
import dev.vetrina.order.webhook.Hooks.Hook;
import dev.vetrina.order.webhook.Sink;
import dev.vetrina.order.webhook.message.ManyMessages;
import dev.vetrina.testkit.Api;
import dev.vetrina.testkit.identity.Tokens;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@OrderServiceTest
@SuppressWarnings("NullAway.Init")
class ReplaysTest {

    private static final int MOST = 10_000;

    @Inject
    ManyMessages messages;

    private final Sink sink = new Sink();

    @AfterEach
    void theSinkIsClosed() {
        sink.close();
    }

    private static Response replay(Hook hook) {
        return Hooks.post(hook, "replay", Map.of("since", "2020-01-01T00:00:00Z", "eventTypes", List.of("stock.low")));
    }

    /** Those that are tried again anyway take nobody's place: nothing of the period may be left out in silence. */
    @Test
    void moreThanTenThousandAreRefusedWhateverIsTriedAgainAlready() {
        Hook hook = Hooks.created(Ids.next(), sink.url("/many"), "order.paid");
        sink.always("/many", Sink.status(500));
        String oldest = messages.tell(List.of(hook.brandId()), 1).getFirst();
        replay(hook).then().statusCode(202).body("count", equalTo(1));
        JsonPath _ = Hooks.delivery(hook, oldest, "RETRYING", 1);
        List<String> _ = messages.tell(List.of(hook.brandId()), MOST + 1);

        replay(hook).then().statusCode(422).body("violations[0].field", equalTo("until"));

        assertThat(sink.ids("/many")).containsOnly(oldest);
    }

    @Test
    void anEndpointThatIsDisabledIsReplayedNothing() {
        Hook hook = Hooks.created(sink.url("/off"));
        String delivery =
                Hooks.delivery(hook, Hooks.tested(hook), "DELIVERED", 1).getString("delivery.id");
        Hooks.post(hook, "disable", Map.of()).then().statusCode(200);

        replay(hook).then().statusCode(409).body("code", equalTo("webhook-endpoint-disabled"));
        Api.as(Tokens.brand(hook.brandId()))
                .post("/v1/webhook-deliveries/{id}/replay", delivery)
                .then()
                .statusCode(409)
                .body("code", equalTo("webhook-endpoint-disabled"));
    }
}
