package dev.vetrina.order;

import dev.vetrina.order.Catalogue.Goods;
import dev.vetrina.testkit.Api;
import dev.vetrina.testkit.identity.Tokens;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What a brand and a buyer do with an order once it is paid. */
public final class AfterPurchase {

    private AfterPurchase() {}

    /** A paid order of one brand. Returns its id. */
    public static String paid(String customer, Goods goods, int quantity) {
        return pay(customer, Shop.placed(customer, goods, quantity));
    }

    public static String pay(String customer, String orderId) {
        Shop.pay(customer, orderId, "tok_approved").then().statusCode(201);
        Shop.read(customer, orderId).statusCode(200);
        return orderId;
    }

    /** A paid order of two brands. Returns its id. */
    public static String paid(String customer, Goods first, int firstQuantity, Goods second, int secondQuantity) {
        return pay(customer, placed(customer, first, firstQuantity, second, secondQuantity));
    }

    /** An unpaid order of two brands. Returns its id. */
    public static String placed(String customer, Goods first, int firstQuantity, Goods second, int secondQuantity) {
        Map<String, Object> order = new HashMap<>(Shop.order(first, firstQuantity));
        order.put(
                "lines",
                List.of(
                        Map.of("variantId", first.variantId(), "quantity", firstQuantity),
                        Map.of("variantId", second.variantId(), "quantity", secondQuantity)));
        order.put(
                "expectedTotal",
                Map.of(
                        "amount",
                        first.price().amount() * firstQuantity + second.price().amount() * secondQuantity,
                        "currency",
                        "GBP"));
        return Shop.place(customer, order, Api.idempotencyKey())
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    public static String lineOf(String customer, String orderId, Goods goods) {
        return Shop.read(customer, orderId)
                .extract()
                .path("lines.find { it.variantId == '%s' }.id".formatted(goods.variantId()));
    }

    public static String partOf(String customer, String orderId, UUID brandId) {
        return Shop.read(customer, orderId)
                .extract()
                .path("fulfilments.find { it.brandId == '%s' }.id".formatted(brandId));
    }

    public static ValidatableResponse part(Goods goods, String fulfilmentId) {
        return Api.as(Tokens.brand(goods.brandId()))
                .get("/v1/fulfilments/{id}", fulfilmentId)
                .then()
                .statusCode(200);
    }

    public static Response confirm(Goods goods, String fulfilmentId) {
        return Api.as(Tokens.brand(goods.brandId())).post("/v1/fulfilments/{id}/confirm", fulfilmentId);
    }

    public static Response ship(Goods goods, String fulfilmentId, String lineId, int quantity, String key) {
        return Api.as(Tokens.brand(goods.brandId()))
                .header("Idempotency-Key", key)
                .body(Map.of(
                        "carrier",
                        "royal-mail",
                        "trackingNumber",
                        "JD 1",
                        "lines",
                        List.of(Map.of("lineId", lineId, "quantity", quantity))))
                .post("/v1/fulfilments/{id}/shipments", fulfilmentId);
    }

    /** Confirmed, shipped and delivered. Returns the id of the part. */
    public static String delivered(String customer, String orderId, Goods goods, int quantity) {
        String part = partOf(customer, orderId, goods.brandId());
        confirm(goods, part).then().statusCode(200);
        ship(goods, part, lineOf(customer, orderId, goods), quantity, Api.idempotencyKey())
                .then()
                .statusCode(201);
        Api.as(Tokens.brand(goods.brandId()))
                .post("/v1/fulfilments/{id}/deliver", part)
                .then()
                .statusCode(200);
        return part;
    }
}
