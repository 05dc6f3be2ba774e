package dev.vetrina.order.checkout;

import dev.vetrina.events.LiveEvent.SessionChanged;
import dev.vetrina.events.LiveEvent.SessionStatus;
import dev.vetrina.kit.id.Ids;
import dev.vetrina.order.Catalogue;
import dev.vetrina.order.Catalogue.Goods;
import dev.vetrina.order.Shop;
import dev.vetrina.testkit.Api;
import dev.vetrina.testkit.identity.Tokens;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The body of a quote and of an order, put together bit by bit. */
final class Purchase {

    private static final Instant LONG_AGO = Instant.parse("2026-01-01T00:00:00Z");

    private final Map<String, Object> body = new HashMap<>();
    private final List<Map<String, Object>> lines = new ArrayList<>();
    private final List<Map<String, Object>> shipping = new ArrayList<>();

    private Purchase(String market, Map<String, String> address) {
        body.put("market", market);
        body.put("shippingAddress", address);
        body.put("lines", lines);
        body.put("shipping", shipping);
    }

    static Purchase inBritain() {
        return new Purchase("GB", Shop.ADDRESS);
    }

    static Purchase in(String market, String region, String postalCode) {
        return new Purchase(
                market,
                Map.of(
                        "name",
                        "Ann Archer",
                        "line1",
                        "1 High Street",
                        "city",
                        "Town",
                        "region",
                        region,
                        "postalCode",
                        postalCode,
                        "country",
                        market));
    }

    Purchase of(Goods goods, int quantity) {
        lines.add(Map.of("variantId", goods.variantId(), "quantity", quantity));
        return this;
    }

    Purchase of(Goods goods, int quantity, UUID sessionId) {
        lines.add(Map.of("variantId", goods.variantId(), "quantity", quantity, "sessionId", sessionId));
        return this;
    }

    Purchase inShow(UUID sessionId) {
        body.put("sessionId", sessionId);
        return this;
    }

    Purchase shippedBy(UUID brandId, String option) {
        shipping.add(Map.of("brandId", brandId, "option", option));
        return this;
    }

    Response quote() {
        return Api.anonymous().body(body).post("/v1/order-quotes");
    }

    Response place(Object expectedTotal) {
        Map<String, Object> order = new HashMap<>(body);
        order.put("expectedTotal", expectedTotal);
        return Shop.place("ann", order, Api.idempotencyKey());
    }

    static void ship(UUID brandId, String market, Map<?, ?>... options) {
        Api.as(Tokens.brand(brandId))
                .header("If-Match", "\"0\"")
                .body(Map.of("options", List.of(options)))
                .put("/v1/shipping-rates/{market}", market)
                .then()
                .statusCode(200);
    }

    /** A show that sells in Britain. */
    static UUID show(UUID creatorId, SessionStatus status) {
        UUID id = Ids.next();
        Catalogue.publish(new SessionChanged(id, 0, creatorId, "Spring", List.of("GB"), status, LONG_AGO, LONG_AGO));
        return id;
    }
}
