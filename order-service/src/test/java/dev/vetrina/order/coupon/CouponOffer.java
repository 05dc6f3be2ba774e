package dev.vetrina.order.coupon;

import dev.vetrina.order.Catalogue.Goods;
import dev.vetrina.order.Shop;
import dev.vetrina.testkit.Api;
import dev.vetrina.testkit.identity.Tokens;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** A campaign in Britain that is put together bit by bit, and orders with its coupon. */
public final class CouponOffer {

    private final String code = "C" + UUID.randomUUID().toString().toUpperCase(Locale.ROOT);
    private final Map<String, Object> body = new HashMap<>();

    private CouponOffer(String payer) {
        body.put("code", code);
        body.put("kind", "PERCENTAGE");
        body.put("percent", "10");
        body.put("market", "GB");
        body.put("payer", payer);
        body.put("quota", 100);
        body.put("quotaPerCustomer", 100);
        body.put("startsAt", "2026-01-01T00:00:00Z");
        body.put("endsAt", "2126-01-01T00:00:00Z");
    }

    /** Ten per cent, for whatever and almost as often as one likes. */
    public static CouponOffer ofThePlatform() {
        return new CouponOffer("PLATFORM");
    }

    static CouponOffer of(UUID brandId) {
        return new CouponOffer("BRAND").with("brandId", brandId);
    }

    public CouponOffer with(String member, Object value) {
        body.put(member, value);
        return this;
    }

    CouponOffer without(String member) {
        body.remove(member);
        return this;
    }

    String code() {
        return code;
    }

    Response createAs(String token) {
        return Api.as(token).body(body).post("/v1/coupon-campaigns");
    }

    /** Returns its id. */
    public String created() {
        return createAs(Tokens.operator()).then().statusCode(201).extract().path("id");
    }

    public static int used(String id) {
        return Api.as(Tokens.operator())
                .get("/v1/coupon-campaigns/{id}", id)
                .then()
                .statusCode(200)
                .extract()
                .path("used");
    }

    /** What buys one of the goods with the coupon, for a total in pence. */
    Map<String, Object> order(Goods goods, long total) {
        Map<String, Object> order = new HashMap<>(Shop.order(goods, 1));
        order.put("couponCodes", List.of(code()));
        order.put("expectedTotal", Map.of("amount", total, "currency", "GBP"));
        return order;
    }

    Response place(String customer, Goods goods, long total) {
        return Shop.place(customer, order(goods, total), Api.idempotencyKey());
    }

    public String placed(String customer, Goods goods, long total) {
        return place(customer, goods, total).then().statusCode(201).extract().path("id");
    }
}
