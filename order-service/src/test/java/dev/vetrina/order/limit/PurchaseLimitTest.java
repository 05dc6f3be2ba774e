package dev.vetrina.order.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.vetrina.kit.id.Ids;
import dev.vetrina.order.Catalogue;
import dev.vetrina.order.Catalogue.Goods;
import dev.vetrina.order.OrderServiceTest;
import dev.vetrina.order.Shop;
import dev.vetrina.testkit.Api;
import dev.vetrina.testkit.MovableClock;
import dev.vetrina.testkit.identity.Tokens;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OrderServiceTest
@SuppressWarnings("NullAway.Init")
class PurchaseLimitTest {

    @Inject
    MovableClock clock;

    private Goods mug;

    @BeforeEach
    void putAMugOnSale() {
        mug = Catalogue.onSale(1_000, 100);
    }

    @Test
    void aCustomerBuysNoMoreThanTheBrandAllowsAndAgainWhatWasCancelledOrExpired() {
        limit(Map.of("maxPerCustomer", 2)).statusCode(200).body("version", equalTo(0));
        awaitRefusal("probe", 3);
        String order = Shop.placed("ann", mug, 2);

        Shop.place("ann", Shop.order(mug, 1), Api.idempotencyKey())
                .then()
                .statusCode(409)
                .body("code", equalTo("purchase-limit-reached"))
                .body("variantId", equalTo(mug.variantId().toString()))
                .body("limit", equalTo(2))
                .body("bought", equalTo(2));
        Shop.placed("bob", mug, 2);
        Api.as(Tokens.customer("ann"))
                .body(Map.of("reason", "changed my mind"))
                .post("/v1/orders/{id}/cancel", order)
                .then()
                .statusCode(200);
        Shop.placed("ann", mug, 2);

        clock.advance(Duration.ofMinutes(11));
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> Shop.placed("bob", mug, 2));
    }

    @Test
    void whatWasSoldCountsUntilTheWindowHasPassed() {
        limit(Map.of("maxPerCustomer", 1, "windowDays", 7)).statusCode(200);
        awaitRefusal("probe", 2);
        String order = Shop.placed("ann", mug, 1);
        Shop.pay("ann", order, "tok_approved").then().statusCode(201);

        clock.advance(Duration.ofDays(6));
        Shop.place("ann", Shop.order(mug, 1), Api.idempotencyKey()).then().statusCode(409);
        clock.advance(Duration.ofDays(1));
        Shop.placed("ann", mug, 1);
    }

    @Test
    void oneCustomerPressingManyTimesStaysWithinTheLimit() throws Exception {
        limit(Map.of("maxPerCustomer", 3)).statusCode(200);
        awaitRefusal("probe", 4);

        List<Future<Integer>> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 24; i++) {
                answers.add(threads.submit(() -> Shop.place("ann", Shop.order(mug, 1), Api.idempotencyKey())
                        .statusCode()));
            }
        }

        int placed = 0;
        for (Future<Integer> answer : answers) {
            placed += answer.get() == 201 ? 1 : 0;
        }
        assertThat(placed).isEqualTo(3);
    }

    @Test
    void aLimitIsChangedByItsBrandThatHasSeenIt() {
        limit(Map.of("maxPerCustomer", 2)).statusCode(200);

        limit(Map.of("maxPerCustomer", 3)).statusCode(428);
        put(Tokens.brand(mug.brandId()), "\"0\"", Map.of("maxPerCustomer", 3)).statusCode(200);
        put(Tokens.brand(mug.brandId()), "\"0\"", Map.of("maxPerCustomer", 4)).statusCode(412);
        put(Tokens.brand(Ids.next()), "\"1\"", Map.of("maxPerCustomer", 4)).statusCode(403);
        Api.anonymous()
                .get("/v1/purchase-limits/{id}", mug.variantId())
                .then()
                .statusCode(200)
                .body("maxPerCustomer", equalTo(3));
        Api.as(Tokens.brand(mug.brandId()))
                .header("If-Match", "\"1\"")
                .delete("/v1/purchase-limits/{id}", mug.variantId())
                .then()
                .statusCode(204);
        Api.anonymous().get("/v1/purchase-limits/{id}", mug.variantId()).then().statusCode(404);
    }

    private void awaitRefusal(String customer, int quantity) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> Shop.place(customer, Shop.order(mug, quantity), Api.idempotencyKey())
                        .then()
                        .statusCode(409));
    }

    private ValidatableResponse limit(Map<String, Object> limit) {
        return put(Tokens.brand(mug.brandId()), "", limit);
    }

    private ValidatableResponse put(String token, String ifMatch, Map<String, Object> limit) {
        var request = Api.as(token).body(limit);
        return (ifMatch.isEmpty() ? request : request.header("If-Match", ifMatch))
                .put("/v1/purchase-limits/{id}", mug.variantId())
                .then();
    }
}
