package dev.vetrina.order.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import dev.vetrina.events.StockAlert.StockLow;
import dev.vetrina.kit.id.Ids;
import dev.vetrina.order.AfterPurchase;
import dev.vetrina.order.Catalogue;
import dev.vetrina.order.Catalogue.Goods;
import dev.vetrina.order.OrderServiceTest;
import dev.vetrina.order.Shop;
import dev.vetrina.order.webhook.Hooks.Hook;
import dev.vetrina.order.webhook.Sink.Received;
import dev.vetrina.testkit.Api;
import dev.vetrina.testkit.identity.Tokens;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@OrderServiceTest
class WebhookMessagesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Sink sink = new Sink();

    @AfterEach
    void theSinkIsClosed() {
        sink.close();
    }

    private List<Received> awaitReceived(String path, int count) {
        List<Received> all =
                await().atMost(PATIENCE).until(() -> sink.received(path), received -> received.size() >= count);
        all.forEach(received -> DocumentedMessages.assertDocumented(json(received)));
        return all;
    }

    private static JsonNode json(Received received) {
        try {
            return new ObjectMapper().readTree(received.body());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void ofAnOrderEachBrandIsToldItsOwnPartSignedInOrder() throws WebhookVerificationException {
        Goods mug = Catalogue.onSale(1_000, 10);
        Goods hat = Catalogue.onSale(2_500, 10);
        Hook mugs = Hooks.created(mug.brandId(), sink.url("/mugs"), "order.placed", "order.paid", "order.cancelled");
        Hook _ = Hooks.created(hat.brandId(), sink.url("/hats"), "order.paid");

        String order = AfterPurchase.paid("ann", mug, 2, hat, 1);

        List<Received> told = awaitReceived("/mugs", 2);
        assertThat(json(told.getFirst()).path("type").asText()).isEqualTo("order.placed");
        JsonNode paid = json(told.getLast());
        assertThat(paid.path("type").asText()).isEqualTo("order.paid");
        assertThat(paid.path("data").path("orderId").asText()).isEqualTo(order);
        assertThat(paid.path("data").path("lines").findValuesAsText("variantId"))
                .containsExactly(mug.variantId().toString());
        assertThat(told.toString())
                .doesNotContain(hat.variantId().toString())
                .doesNotContain("ann")
                .doesNotContain("High Street");
        for (Received received : told) {
            new Webhook(mugs.secret()).verify(received.body(), received.headers());
        }
        assertThat(json(awaitReceived("/hats", 1).getFirst())
                        .path("data")
                        .path("lines")
                        .findValuesAsText("variantId"))
                .containsExactly(hat.variantId().toString());
    }

    @Test
    void anOrderThatIsGivenUpIsToldToItsBrands() {
        Goods mug = Catalogue.onSale(1_000, 10);
        Hook _ = Hooks.created(mug.brandId(), sink.url("/given-up"), "order.cancelled");
        String order = Shop.placed("bob", mug, 1);

        Api.as(Tokens.customer("bob"))
                .body(Map.of("reason", "call me at home"))
                .post("/v1/orders/{id}/cancel", order)
                .then()
                .statusCode(200);

        Received told = awaitReceived("/given-up", 1).getFirst();
        assertThat(json(told).path("data").path("orderId").asText()).isEqualTo(order);
        assertThat(told.body()).doesNotContain("call me at home");
    }

    @Test
    void anEventThatComesTwiceIsToldOnce() {
        UUID brandId = Ids.next();
        Hook _ = Hooks.created(brandId, sink.url("/once"), "stock.low");
        UUID variantId = Ids.next();
        UUID eventId = Ids.next();
        StockLow low = new StockLow(variantId, 1, brandId, 3, 5, Instant.parse("2026-03-01T12:00:00Z"));

        Catalogue.publish(low, eventId);
        Catalogue.publish(low, eventId);
        Catalogue.publish(new StockLow(variantId, 2, brandId, 2, 5, Instant.parse("2026-03-01T12:00:01Z")));

        assertThat(awaitReceived("/once", 2))
                .extracting(Received::body)
                .satisfiesExactly(
                        first -> assertThat(first).contains("\"available\":3"),
                        second -> assertThat(second).contains("\"available\":2"));
    }

    @Test
    void forADayAfterARotationEitherSecretIsGood() throws WebhookVerificationException {
        Hook hook = Hooks.created(sink.url("/rotated"));
        String secret = Hooks.post(hook, "rotate-secret", Map.of()).path("secret");

        String _ = Hooks.tested(hook);

        Received received = awaitReceived("/rotated", 1).getFirst();
        assertThat(received.header("webhook-signature").split(" ", -1)).hasSize(2);
        new Webhook(secret).verify(received.body(), received.headers());
        new Webhook(hook.secret()).verify(received.body(), received.headers());
    }

    @Test
    void whatCameBeforeAnEndpointIsSentByAReplayWithItsIds() {
        UUID brandId = Ids.next();
        Hook first = Hooks.created(brandId, sink.url("/first"), "stock.low");
        Catalogue.publish(new StockLow(Ids.next(), 1, brandId, 3, 5, Instant.parse("2026-03-01T12:00:00Z")));
        String id = awaitReceived("/first", 1).getFirst().id();
        Hook second = Hooks.created(brandId, sink.url("/second"), "stock.low");

        for (Hook hook : List.of(first, second)) {
            int count = Hooks.post(hook, "replay", Map.of("since", "2020-01-01T00:00:00Z"))
                    .then()
                    .statusCode(202)
                    .extract()
                    .path("count");
            assertThat(count).isEqualTo(1);
        }

        assertThat(awaitReceived("/second", 1).getFirst().id()).isEqualTo(id);
        assertThat(awaitReceived("/first", 2).getLast().id()).isEqualTo(id);
        int nothing = Hooks.post(
                        first, "replay", Map.of("since", "2020-01-01T00:00:00Z", "eventTypes", List.of("order.paid")))
                .path("count");
        assertThat(nothing).isZero();
    }
}
