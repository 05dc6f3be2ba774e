package dev.vetrina.order.coupon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import dev.vetrina.order.Catalogue;
import dev.vetrina.order.Catalogue.Goods;
import dev.vetrina.order.Crowd;
import dev.vetrina.order.OrderServiceTest;
import dev.vetrina.order.Shop;
import dev.vetrina.order.Shows;
import dev.vetrina.testkit.Api;
import dev.vetrina.testkit.MovableClock;
import dev.vetrina.testkit.identity.Tokens;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OrderServiceTest
@SuppressWarnings("NullAway.Init")
class OrderWithCouponTest {

    @Inject
    MovableClock clock;

    private Goods mug;

    @BeforeEach
    void putAMugOnSale() {
        mug = Catalogue.onSale(1_000, 100);
    }

    @Test
    void aBrandsCouponTakesItsPartOffItsOwnLinesInTheQuoteAndInTheOrder() {
        Goods plate = Catalogue.onSale(2_000, 10);
        CouponOffer coupon = CouponOffer.of(mug.brandId()).with("percent", "12.5");
        String campaign = coupon.created();
        Map<String, Object> purchase = purchase(coupon.code().toLowerCase(Locale.ROOT), mug, plate);

        ValidatableResponse quote = discounted(
                Api.anonymous().body(purchase).post("/v1/order-quotes").then().statusCode(200));
        purchase.put("expectedTotal", quote.extract().path("total"));
        String order = discounted(
                        Shop.place("ann", purchase, Api.idempotencyKey()).then().statusCode(201))
                .extract()
                .path("id");

        discounted(Shop.read("ann", order));
        assertThat(CouponOffer.used(campaign)).isEqualTo(1);
        Shop.pay("ann", order, "tok_approved").then().statusCode(201).body("amount.amount", equalTo(2_875));
        assertThat(CouponOffer.used(campaign)).isEqualTo(1);
    }

    private ValidatableResponse discounted(ValidatableResponse answer) {
        return answer.body("total.amount", equalTo(2_875))
                .body("lines[0].discounts[0].payer", equalTo("BRAND"))
                .body("lines[0].discounts[0].amount.amount", equalTo(125))
                .body("lines[0].total.amount", equalTo(875))
                .body("lines[1].discounts", empty())
                .body("lines[1].total.amount", equalTo(2_000));
    }

    @Test
    void ofManyBuyersExactlyOneGetsTheLastUseOfACoupon() throws Exception {
        CouponOffer coupon = CouponOffer.ofThePlatform().with("quota", 1);
        String campaign = coupon.created();

        List<Callable<String>> buyers = IntStream.range(0, 32)
                .<Callable<String>>mapToObj(i -> () -> {
                    Response answer = coupon.place("racer-" + i, mug, 900);
                    return answer.statusCode() == 201 ? "placed" : answer.path("code");
                })
                .toList();
        Map<String, Long> answers =
                Crowd.atOnce(buyers).stream().collect(Collectors.groupingBy(it -> it, Collectors.counting()));

        assertThat(answers).isEqualTo(Map.of("placed", 1L, "coupon-used-up", 31L));
        assertThat(CouponOffer.used(campaign)).isEqualTo(1);
        Shop.stock(mug).body("held", equalTo(1));
    }

    @Test
    void whatAnUnpaidOrderUsedIsGivenBackOnce() {
        CouponOffer coupon = CouponOffer.ofThePlatform().with("quota", 2);
        String campaign = coupon.created();
        String order = coupon.placed("ann", mug, 900);
        String _ = coupon.placed("ann", mug, 900);
        refused(coupon.place("bob", mug, 900), "coupon-used-up");

        cancel(order);
        cancel(order);
        assertThat(CouponOffer.used(campaign)).isEqualTo(1);
        String _ = coupon.placed("bob", mug, 900);
        refused(coupon.place("bob", mug, 900), "coupon-used-up");

        clock.advance(Duration.ofMinutes(11));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(CouponOffer.used(campaign)).isZero());
    }

    @Test
    void oneCustomerUsesACouponNoMoreOftenThanTheyMay() {
        CouponOffer coupon = CouponOffer.ofThePlatform().with("quotaPerCustomer", 1);
        String campaign = coupon.created();
        String order = coupon.placed("ann", mug, 900);

        refused(coupon.place("ann", mug, 900), "coupon-limit-reached").body("limit", equalTo(1));
        String _ = coupon.placed("bob", mug, 900);
        cancel(order);
        String _ = coupon.placed("ann", mug, 900);
        assertThat(CouponOffer.used(campaign)).isEqualTo(2);
    }

    @Test
    void aCouponOfAShowIsForItsLinesWhileItRuns() {
        UUID show = Shows.live();
        String _ = Shop.placedIn(show, "ann", mug, 1);
        CouponOffer coupon =
                CouponOffer.ofThePlatform().with("payer", "CREATOR").with("sessionId", show);
        String _ = coupon.created();
        Map<String, Object> inShow = coupon.order(mug, 900);
        inShow.put("sessionId", show);

        notValid(coupon.place("ann", mug, 900), "NOTHING_ELIGIBLE", coupon);
        Shop.place("ann", inShow, Api.idempotencyKey())
                .then()
                .statusCode(201)
                .body("lines[0].discounts[0].payer", equalTo("CREATOR"));
        Shows.end(show, clock.instant());
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> notValid(Shop.place("ann", inShow, Api.idempotencyKey()), "SHOW_NOT_RUNNING", coupon));
    }

    @Test
    void noOrderIsPlacedWithACouponOnceItsEndIsAnswered() {
        CouponOffer coupon = CouponOffer.ofThePlatform();
        String campaign = coupon.created();
        String before = coupon.placed("ann", mug, 900);

        Api.as(Tokens.operator())
                .post("/v1/coupon-campaigns/{id}/end", campaign)
                .then()
                .statusCode(200);

        notValid(coupon.place("bob", mug, 900), "ENDED", coupon);
        Shop.pay("ann", before, "tok_approved").then().statusCode(201);
    }

    @Test
    void couponsThatDoNotFitAreRefused() {
        CouponOffer coupon = CouponOffer.ofThePlatform();
        notValid(coupon.place("ann", mug, 900), "UNKNOWN", coupon);
        CouponOffer known = CouponOffer.ofThePlatform();
        CouponOffer another = CouponOffer.ofThePlatform();
        String _ = known.created();
        String _ = another.created();

        Map<String, Object> two = known.order(mug, 800);
        two.put("couponCodes", List.of(known.code(), another.code()));
        notValid(Shop.place("ann", two, Api.idempotencyKey()), "TOO_MANY", another);
        two.put("couponCodes", List.of(known.code(), known.code()));
        Shop.place("ann", two, Api.idempotencyKey()).then().statusCode(422);
        two.put("couponCodes", List.of("no code"));
        Shop.place("ann", two, Api.idempotencyKey()).then().statusCode(422);
        Shop.stock(mug).body("held", equalTo(0));
    }

    private static Map<String, Object> purchase(String code, Goods... goods) {
        Map<String, Object> purchase = new HashMap<>();
        purchase.put("market", "GB");
        purchase.put(
                "lines", List.of(goods).stream().map(item -> Shop.line(item, 1)).toList());
        purchase.put("shippingAddress", Shop.ADDRESS);
        purchase.put("couponCodes", List.of(code));
        return purchase;
    }

    private static ValidatableResponse refused(Response answer, String code) {
        return answer.then().statusCode(409).body("code", equalTo(code));
    }

    private static void notValid(Response answer, String rule, CouponOffer coupon) {
        refused(answer, "coupon-not-valid").body("rule", equalTo(rule)).body("couponCode", equalTo(coupon.code()));
    }

    private static void cancel(String order) {
        Api.as(Tokens.customer("ann"))
                .body(Map.of("reason", "changed my mind"))
                .post("/v1/orders/{id}/cancel", order)
                .then()
                .statusCode(200);
    }
}
