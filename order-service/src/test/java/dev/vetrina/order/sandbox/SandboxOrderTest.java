package dev.vetrina.order.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import dev.vetrina.events.Topics;
import dev.vetrina.order.Catalogue;
import dev.vetrina.order.Catalogue.Goods;
import dev.vetrina.order.OrderServiceTest;
import dev.vetrina.order.Shop;
import dev.vetrina.testkit.Api;
import dev.vetrina.testkit.KafkaProbe;
import dev.vetrina.testkit.identity.Tokens;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OrderServiceTest
@SuppressWarnings("NullAway.Init")
class SandboxOrderTest {

    private Goods mug;
    private Sandbox sandbox;

    @BeforeEach
    void putAMugOnSale() {
        mug = Catalogue.onSale(1_250, 3);
        sandbox = new Sandbox(mug);
    }

    @Test
    void aTestOrderTouchesNoRealStockAndNeedsNone() {
        String order = sandbox.paid(99);

        Shop.stock(mug).body("available", equalTo(3)).body("held", equalTo(0)).body("sold", equalTo(0));
        Shop.stock(mug).body("pools.pool", equalTo(List.of("shared")));
        Api.as(Tokens.operator())
                .get("/v1/inventory/{id}/proof", mug.variantId())
                .then()
                .statusCode(200)
                .body("holds", equalTo(true))
                .body("putOnSale", equalTo(3));
        sandbox.read(order).then().body("status", equalTo("PAID")).body("test", equalTo(true));
        Shop.placed("ann", mug, 3);
    }

    @Test
    void goodsWithoutAnyStockCanBeTriedOutAndTakeTheirFirstImportAfterwards() {
        Goods fresh = Catalogue.known(900);
        new Sandbox(fresh).paid(2);

        Shop.stock(fresh).body("available", equalTo(0));
        Catalogue.stock(fresh, 5);
        Shop.stock(fresh).body("available", equalTo(5)).body("sold", equalTo(0));
    }

    @Test
    void listsShowItOnlyToWhoAsksForTests() {
        String test = sandbox.paid(1);
        String real = Shop.placed("ann", mug, 1);

        for (String list : List.of("/v1/orders", "/v1/fulfilments")) {
            String id = list.endsWith("orders") ? "items.id" : "items.orderId";
            sandbox.asBrand().get(list).then().body(id, equalTo(List.of(real)));
            sandbox.asBrand()
                    .get(list + "?test=true")
                    .then()
                    .body(id, equalTo(List.of(test)))
                    .body("items.test", equalTo(List.of(true)));
        }
        sandbox.asBrand().get("/v1/fulfilments?orderId=" + test).then().body("items.orderId", hasItem(test));
        sandbox.asBrand().get("/v1/orders/{id}", test).then().statusCode(200).body("test", equalTo(true));
    }

    @Test
    void itIsNotListedAsSomethingToPackWithAnother() {
        String part = sandbox.confirm(sandbox.paid(1));
        String another = sandbox.confirm(sandbox.paid(1));

        for (String token : List.of(Tokens.brand(mug.brandId()), Tokens.operator())) {
            Api.as(token)
                    .get("/v1/fulfilments/combinable?limit=100")
                    .then()
                    .statusCode(200)
                    .body("toString()", not(containsString(part)))
                    .body("toString()", not(containsString(another)));
        }
    }

    @Test
    void itsEventsSayThatTheyAreOfATest() {
        try (KafkaProbe probe = KafkaProbe.fromNow(Topics.ORDERS)) {
            String test = sandbox.paid(1);
            String real = Shop.placed("ann", mug, 1);

            assertThat(probe.await(test, "order.placed.v1").value()).startsWith("{\"test\":true,");
            assertThat(probe.await(test, "order.paid.v1").value()).startsWith("{\"test\":true,");
            assertThat(probe.await(real, "order.placed.v1").value()).doesNotContain("\"test\"");
        }
    }

    @Test
    void itsWebhooksSayThatTheyAreOfATest() {
        sandbox.asBrand()
                .body(Map.of("url", "https://93.184.216.34/hooks", "eventTypes", List.of("order.paid")))
                .post("/v1/webhook-endpoints")
                .then()
                .statusCode(201);
        String test = sandbox.paid(1);

        String message = await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> sandbox.asBrand()
                                .get("/v1/webhook-messages")
                                .<String>path("items.find { it.type == 'order.paid' }?.id"),
                        Objects::nonNull);
        sandbox.asBrand()
                .get("/v1/webhook-messages/{id}", message)
                .then()
                .body("body.data.orderId", equalTo(test))
                .body("body.data.test", equalTo(true));
    }

    @Test
    void purchaseLimitsNeitherBindNorCountTestOrders() {
        sandbox.asBrand()
                .body(Map.of("maxPerCustomer", 1))
                .put("/v1/purchase-limits/{id}", mug.variantId())
                .then()
                .statusCode(200);
        await().atMost(Duration.ofSeconds(10))
                .until(() -> Shop.place("bob", Shop.order(mug, 2), Api.idempotencyKey())
                                .statusCode()
                        == 409);

        sandbox.paid(2);
        sandbox.paid(2);
        Shop.placed("bob", mug, 1);
    }

    @Test
    void theSameKeyMakesOneOrder() {
        String key = Api.idempotencyKey();
        Response first = sandbox.place(1, key);
        Response again = sandbox.place(1, key);

        assertThat(again.<String>path("id")).isEqualTo(first.path("id"));
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(first.header("Location")).isEqualTo(again.header("Location"));
        sandbox.place(2, key).then().statusCode(422).body("code", equalTo("idempotency-key-reused"));
    }

    @Test
    void nobodyReachesRealOrdersOrThoseOfOthersByTheSandbox() {
        String real = Shop.placed("ann", mug, 1);
        sandbox.push(real, "expire").then().statusCode(404);
        sandbox.pay(real, "APPROVE").then().statusCode(404);

        String test = sandbox.placed(1);
        Sandbox stranger = new Sandbox(Catalogue.known(700));
        stranger.read(test).then().statusCode(404);
        stranger.push(test, "cancel").then().statusCode(404);
        new Sandbox(new Goods(mug.variantId(), mug.productId(), stranger.goods().brandId(), mug.price()))
                .place(1, Api.idempotencyKey())
                .then()
                .statusCode(404);
        Api.as(Tokens.customer("ann"))
                .get("/v1/sandbox/orders/{id}", test)
                .then()
                .statusCode(403);
        Api.as(Tokens.customer("ann")).get("/v1/orders/{id}", test).then().statusCode(404);
    }

    @Test
    void wrongInputIsNamed() {
        sandbox.asBrand()
                .header("Idempotency-Key", Api.idempotencyKey())
                .body(Map.of("market", "gb", "lines", List.of()))
                .post("/v1/sandbox/orders")
                .then()
                .statusCode(422)
                .body("violations.field", hasItem("market"))
                .body("violations.field", hasItem("lines"));
        sandbox.push(sandbox.placed(1), "payments", Map.of("outcome", "MAYBE"))
                .then()
                .statusCode(400);
        sandbox.read(UUID.randomUUID().toString()).then().statusCode(404);
    }
}
