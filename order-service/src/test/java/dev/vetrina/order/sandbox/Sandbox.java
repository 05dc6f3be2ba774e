package dev.vetrina.order.sandbox;

import dev.vetrina.order.Catalogue.Goods;
import dev.vetrina.testkit.Api;
import dev.vetrina.testkit.identity.Tokens;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;

/** What a brand's engineer does in the sandbox. */
record Sandbox(Goods goods) {

    RequestSpecification asBrand() {
        return Api.as(Tokens.brand(goods.brandId()));
    }

    Response place(int quantity, String key) {
        return asBrand()
                .header("Idempotency-Key", key)
                .body(Map.of(
                        "market", "GB", "lines", List.of(Map.of("variantId", goods.variantId(), "quantity", quantity))))
                .post("/v1/sandbox/orders");
    }

    /** Places one that must succeed. Returns its id. */
    String placed(int quantity) {
        return place(quantity, Api.idempotencyKey())
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    String paid(int quantity) {
        String order = placed(quantity);
        pay(order, "APPROVE").then().statusCode(201);
        return order;
    }

    Response pay(String order, String outcome) {
        return push(order, "payments", Map.of("outcome", outcome));
    }

    Response push(String order, String what, Object body) {
        return asBrand()
                .header("Idempotency-Key", Api.idempotencyKey())
                .body(body)
                .post("/v1/sandbox/orders/{id}/{what}", order, what);
    }

    Response push(String order, String what) {
        return asBrand().post("/v1/sandbox/orders/{id}/{what}", order, what);
    }

    Response read(String order) {
        return asBrand().get("/v1/sandbox/orders/{id}", order);
    }

    /** With the operation that real orders are confirmed with. Returns the part's id. */
    String confirm(String order) {
        String part = read(order).path("fulfilments[0].id");
        asBrand().post("/v1/fulfilments/{id}/confirm", part).then().statusCode(200);
        return part;
    }

    void ship(String order) {
        String line = read(order).path("lines[0].id");
        int quantity = read(order).path("lines[0].quantity");
        String part = confirm(order);
        asBrand()
                .header("Idempotency-Key", Api.idempotencyKey())
                .body(Map.of(
                        "carrier",
                        "royal-mail",
                        "trackingNumber",
                        "AB123456789GB",
                        "lines",
                        List.of(Map.of("lineId", line, "quantity", quantity))))
                .post("/v1/fulfilments/{id}/shipments", part)
                .then()
                .statusCode(201);
    }
}
