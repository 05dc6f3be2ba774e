package dev.vetrina.order.salesstop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.vetrina.events.Topics;
import dev.vetrina.order.Catalogue;
import dev.vetrina.order.Catalogue.Goods;
import dev.vetrina.order.OrderServiceTest;
import dev.vetrina.order.Shop;
import dev.vetrina.testkit.Api;
import dev.vetrina.testkit.KafkaProbe;
import dev.vetrina.testkit.identity.Tokens;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

@OrderServiceTest
class SalesStopTest {

    @Test
    void aStoppedVariantIsNotSoldUntilTheStopIsLifted() {
        Goods mug = Catalogue.onSale(1_000, 5);
        try (KafkaProbe probe = KafkaProbe.fromNow(Topics.STOCK_ALERTS)) {
            String stop = stopped(Tokens.operator(), "VARIANT", mug.variantId());
            refused(mug, "VARIANT");
            assertThat(stopped(Tokens.operator(), "VARIANT", mug.variantId())).isEqualTo(stop);

            lift(Tokens.brand(mug.brandId()), stop).then().statusCode(403);
            lift(Tokens.operator(), stop).then().statusCode(200);
            lift(Tokens.operator(), stop).then().statusCode(200);
            Shop.placed("ann", mug, 1);

            probe.await(stop, "sales.stopped.v1");
            probe.await(stop, "sales.resumed.v1");
        }
    }

    @Test
    void aBrandStopsItselfAndItsOwnVariantsAndNothingElse() {
        Goods mug = Catalogue.onSale(1_000, 5);
        String token = Tokens.brand(mug.brandId());
        stop(Tokens.brand(UUID.randomUUID()), "VARIANT", mug.variantId()).then().statusCode(403);
        stop(token, "SESSION", UUID.randomUUID()).then().statusCode(403);
        stop(token, "MARKET", "GB").then().statusCode(403);
        stop(token, "MARKET", mug.variantId()).then().statusCode(422);

        String stop = stopped(token, "BRAND", mug.brandId());
        refused(mug, "BRAND");
        lift(token, stop).then().statusCode(200);
        Shop.placed("ann", mug, 1);
    }

    @Test
    void anOperatorsStopOutlastsTheOneThatTheBrandHasMadeBefore() {
        Goods mug = Catalogue.onSale(1_000, 5);
        String token = Tokens.brand(mug.brandId());
        String ofBrand = stopped(token, "VARIANT", mug.variantId());
        String ofOperator = stopped(Tokens.operator(), "VARIANT", mug.variantId());
        assertThat(ofOperator).isNotEqualTo(ofBrand);
        assertThat(stopped(token, "VARIANT", mug.variantId())).isEqualTo(ofBrand);

        lift(token, ofBrand).then().statusCode(200);
        refused(mug, "VARIANT");
        lift(token, ofOperator).then().statusCode(403);
        refused(mug, "VARIANT");

        lift(Tokens.operator(), ofOperator).then().statusCode(200);
        Shop.placed("ann", mug, 1);
    }

    @Test
    void aBrandsStopOutlastsAnOperatorsToo() {
        Goods mug = Catalogue.onSale(1_000, 5);
        String token = Tokens.brand(mug.brandId());
        String ofOperator = stopped(Tokens.operator(), "BRAND", mug.brandId());
        String ofBrand = stopped(token, "BRAND", mug.brandId());

        lift(Tokens.operator(), ofOperator).then().statusCode(200);
        refused(mug, "BRAND");
        lift(token, ofBrand).then().statusCode(200);
        Shop.placed("ann", mug, 1);
    }

    @Test
    void anOrderPlacedBeforeAStopCanStillBePaid() {
        Goods mug = Catalogue.onSale(1_000, 5);
        String order = Shop.placed("ann", mug, 1);
        String stop = stopped(Tokens.operator(), "VARIANT", mug.variantId());

        Shop.pay("ann", order, "tok_approved").then().statusCode(201);
        lift(Tokens.operator(), stop).then().statusCode(200);
    }

    /** Buyers press without a pause; from the answer to the stop on, the number of orders stands still. */
    @Test
    void onceAStopIsAnsweredNoOrderIsPlacedAnyMore() throws Exception {
        Goods mug = Catalogue.onSale(1_000, 100_000);
        AtomicBoolean ended = new AtomicBoolean();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> buyers = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                String name = "buyer-" + i;
                buyers.add(threads.submit(() -> {
                    while (!ended.get()) {
                        Shop.place(name, Shop.order(mug, 1), Api.idempotencyKey());
                    }
                }));
            }
            for (int round = 0; round < 5; round++) {
                String stop = stopped(Tokens.operator(), "VARIANT", mug.variantId());
                int placed = Shop.stock(mug).extract().path("held");
                for (int i = 0; i < 5; i++) {
                    refused(mug, "VARIANT");
                }
                Shop.stock(mug).body("held", equalTo(placed));
                lift(Tokens.operator(), stop).then().statusCode(200);
                Shop.placed("ann", mug, 1);
            }
            ended.set(true);
            for (Future<?> buyer : buyers) {
                buyer.get();
            }
        }
    }

    private static void refused(Goods goods, String scope) {
        Shop.place("bob", Shop.order(goods, 1), Api.idempotencyKey())
                .then()
                .statusCode(409)
                .body("code", equalTo("sales-stopped"))
                .body("scope", equalTo(scope));
    }

    private static String stopped(String token, String scope, Object code) {
        return stop(token, scope, code).then().statusCode(201).extract().path("id");
    }

    private static Response stop(String token, String scope, Object code) {
        return Api.as(token)
                .body(Map.of("scope", scope, "code", code, "reason", "Recalled by the maker"))
                .post("/v1/sales-stops");
    }

    private static Response lift(String token, String id) {
        return Api.as(token).post("/v1/sales-stops/{id}/lift", id);
    }
}
