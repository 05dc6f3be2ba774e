package dev.vetrina.order;

import static org.awaitility.Awaitility.await;

import dev.vetrina.order.Catalogue.Goods;
import dev.vetrina.testkit.Api;
import dev.vetrina.testkit.identity.Tokens;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What a buyer does. */
public final class Shop {

    public static final Map<String, String> ADDRESS = Map.of(
            "name",
            "Ann Archer",
            "line1",
            "1 High Street",
            "city",
            "London",
            "postalCode",
            "SW1A 1AA",
            "country",
            "GB");

    private Shop() {}

    public static Map<String, Object> order(Goods goods, int quantity) {
        return Map.of(
                "market",
                "GB",
                "lines",
                List.of(Map.of("variantId", goods.variantId(), "quantity", quantity)),
                "shippingAddress",
                ADDRESS,
                "expectedTotal",
                Map.of("amount", goods.price().amount() * quantity, "currency", "GBP"));
    }

    /** A line at the usual price. */
    public static Map<String, Object> line(Goods goods, int quantity) {
        return Map.of("variantId", goods.variantId(), "quantity", quantity);
    }

    public static Response place(String customer, Object order, String key) {
        return Api.as(Tokens.customer(customer))
                .header("Idempotency-Key", key)
                .body(order)
                .post("/v1/orders");
    }

    /** Places an order that must succeed. Returns its id. */
    public static String placed(String customer, Goods goods, int quantity) {
        return place(customer, order(goods, quantity), Api.idempotencyKey())
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** Places an order in a show, as soon as the show is known. Returns its id. */
    public static String placedIn(UUID show, String customer, Goods goods, int quantity) {
        Map<String, Object> order = new HashMap<>(order(goods, quantity));
        order.put("sessionId", show);
        return await().atMost(Duration.ofSeconds(20))
                .until(() -> place(customer, order, Api.idempotencyKey()), answer -> answer.statusCode() == 201)
                .path("id");
    }

    public static Response pay(String customer, String orderId, String token, String key) {
        return Api.as(Tokens.customer(customer))
                .header("Idempotency-Key", key)
                .body(Map.of("paymentMethodToken", token))
                .post("/v1/orders/{id}/payments", orderId);
    }

    public static Response pay(String customer, String orderId, String token) {
        return pay(customer, orderId, token, Api.idempotencyKey());
    }

    public static ValidatableResponse read(String customer, String orderId) {
        return Api.as(Tokens.customer(customer)).get("/v1/orders/{id}", orderId).then();
    }

    public static ValidatableResponse stock(Goods goods) {
        return stock(goods.variantId());
    }

    public static ValidatableResponse stock(UUID variantId) {
        return Api.as(Tokens.operator()).get("/v1/inventory/{id}", variantId).then();
    }
}
