package dev.vetrina.order.waitlist;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.vetrina.events.EventJson;
import dev.vetrina.events.Topics;
import dev.vetrina.events.WaitlistEvent.WaitlistOffered;
import dev.vetrina.order.Catalogue;
import dev.vetrina.order.Catalogue.Goods;
import dev.vetrina.order.Crowd;
import dev.vetrina.order.OrderServiceTest;
import dev.vetrina.order.Shop;
import dev.vetrina.testkit.Api;
import dev.vetrina.testkit.KafkaProbe;
import dev.vetrina.testkit.MovableClock;
import dev.vetrina.testkit.identity.Tokens;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@OrderServiceTest
@SuppressWarnings("NullAway.Init")
class WaitlistTest {

    @Inject
    MovableClock clock;

    @AfterEach
    void whatWasMovedIsMovedBack() {
        clock.reset();
    }

    @Test
    void whoeverCanBuyNowNeedNotWait() {
        Goods mug = Catalogue.onSale(1_000, 1);
        join("ann", mug, 1).then().statusCode(409).body("code", equalTo("in-stock"));
    }

    @Test
    void whoStandsInTheLineKeepsThatPlace() {
        Goods mug = Catalogue.known(1_000);
        String first = joined("ann", mug, 1);

        assertThat(joined("ann", mug, 1)).isEqualTo(first);
        join("ann", mug, 2).then().statusCode(409).body("code", equalTo("already-waiting"));
        Api.as(Tokens.customer("bob"))
                .get("/v1/waitlist-entries/{id}", first)
                .then()
                .statusCode(404);
    }

    @Test
    void nobodyWaitsForMoreThanTheVariantLetsOneCustomerBuy() {
        Goods mug = Catalogue.known(1_000);
        limit(mug, 2);
        Catalogue.stock(mug, 2);
        Shop.placed("zoe", mug, 2);

        join("ann", mug, 3)
                .then()
                .statusCode(422)
                .body("rule", equalTo("purchase-limit-reached"))
                .body("limit", equalTo(2));
        join("zoe", mug, 1)
                .then()
                .statusCode(409)
                .body("code", equalTo("purchase-limit-reached"))
                .body("bought", equalTo(2));
        join("ann", mug, 2).then().statusCode(201);
    }

    private static void limit(Goods goods, int perCustomer) {
        Api.as(Tokens.brand(goods.brandId()))
                .body(Map.of("maxPerCustomer", perCustomer))
                .put("/v1/purchase-limits/{id}", goods.variantId())
                .then()
                .statusCode(200);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> Shop.place("probe", Shop.order(goods, perCustomer + 1), Api.idempotencyKey())
                        .then()
                        .body("code", equalTo("purchase-limit-reached")));
    }

    @Test
    void aUnitThatComesBackIsOfferedToTheFirstWhoBuysIt() {
        Goods mug = Catalogue.onSale(1_000, 1);
        String order = Shop.placed("zoe", mug, 1);
        String ann = joined("ann", mug, 1);
        String bob = joined("bob", mug, 1);
        try (KafkaProbe probe = KafkaProbe.fromNow(Topics.STOCK_ALERTS)) {
            cancel("zoe", order);
            var told = probe.await(ann, "waitlist.offered.v1");
            assertThat(EventJson.read(
                            "waitlist.offered.v1",
                            Objects.requireNonNull(told.value()).getBytes(UTF_8)))
                    .get()
                    .isInstanceOfSatisfying(
                            WaitlistOffered.class,
                            event -> assertThat(event.quantity()).isEqualTo(1));
        }
        entry("ann", ann).body("status", equalTo("OFFERED")).body("offered", equalTo(1));
        entry("bob", bob).body("status", equalTo("WAITING")).body("offeredUntil", nullValue());

        Shop.place("zoe", Shop.order(mug, 1), Api.idempotencyKey()).then().statusCode(409);
        buy("bob", mug, 1, bob).then().statusCode(409).body("code", equalTo("no-offer"));
        buy("bob", mug, 1, ann).then().statusCode(404);
        buy("ann", mug, 2, ann).then().statusCode(409).body("code", equalTo("more-than-offered"));
        buy("ann", mug, 1, ann).then().statusCode(201);

        entry("ann", ann).body("status", equalTo("BOUGHT"));
        holds(mug);
    }

    @Test
    void aDeclinedAndAnExpiredOfferPassOnAndTheLastUnitBecomesPublic() {
        Goods mug = Catalogue.known(1_000);
        String ann = joined("ann", mug, 1);
        String bob = joined("bob", mug, 1);
        String cat = joined("cat", mug, 1);
        Catalogue.stock(mug, 1);

        give("ann", ann);
        entry("bob", bob).body("status", equalTo("OFFERED"));
        clock.advance(Duration.ofMinutes(5));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> entry("cat", cat).body("status", equalTo("OFFERED")));
        entry("bob", bob).body("status", equalTo("EXPIRED"));
        Api.as(Tokens.customer("cat"))
                .delete("/v1/waitlist-entries/{id}", cat)
                .then()
                .statusCode(200)
                .body("status", equalTo("LEFT"));

        Shop.placed("zoe", mug, 1);
        holds(mug);
    }

    @Test
    void aWishForMoreIsOfferedWhatThereIsAndNobodyOvertakesIt() {
        Goods mug = Catalogue.known(1_000);
        String ann = joined("ann", mug, 5);
        String bob = joined("bob", mug, 1);

        Catalogue.stock(mug, 3);
        entry("ann", ann).body("status", equalTo("OFFERED")).body("offered", equalTo(3));
        entry("bob", bob).body("status", equalTo("WAITING"));

        buy("ann", mug, 2, ann).then().statusCode(201);
        entry("bob", bob).body("status", equalTo("OFFERED"));
        holds(mug);
    }

    @Test
    void whoWaitsForAClosedPoolWaitsForTheSharedOne() {
        Goods mug = Catalogue.onSale(1_000, 1);
        transfer(mug);
        Shop.placed("zoe", mug, 1);
        String ann = joined("ann", mug, 1);
        Catalogue.stock(mug, 1);
        entry("ann", ann).body("status", equalTo("WAITING"));

        Api.as(Tokens.brand(mug.brandId()))
                .post("/v1/inventory/{id}/pools/market:GB/close", mug.variantId())
                .then()
                .statusCode(200);
        entry("ann", ann).body("status", equalTo("OFFERED"));
        holds(mug);
    }

    /** One unit comes back while a hundred wait and a hundred others press "buy". */
    @Test
    void ofAHundredWaitersAndAHundredBuyersOnlyTheFirstInTheLineGetsTheUnit() throws Exception {
        Goods mug = Catalogue.onSale(1_000, 1);
        String order = Shop.placed("zoe", mug, 1);
        List<String> entries = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            entries.add(joined("waiter-" + i, mug, 1));
        }
        List<Callable<Integer>> rush = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            String name = "waiter-" + i;
            String entry = entries.get(i);
            rush.add(() -> buyUntilDecided(name, mug, entry, entries.getFirst().equals(entry)));
            String other = "buyer-" + i;
            rush.add(() ->
                    Shop.place(other, Shop.order(mug, 1), Api.idempotencyKey()).statusCode());
        }
        rush.add(() -> {
            cancel("zoe", order);
            return 0;
        });

        List<Integer> answers = Crowd.atOnce(rush);

        assertThat(answers.getFirst()).isEqualTo(201);
        assertThat(answers.stream().filter(status -> status == 201)).hasSize(1);
        assertThat(answers.stream().filter(status -> status == 409)).hasSize(199);
        entry("waiter-0", entries.getFirst()).body("status", equalTo("BOUGHT"));
        entry("waiter-1", entries.get(1)).body("status", equalTo("WAITING"));
        holds(mug);
    }

    /** Whose turn it is asks until the offer is there, the others once. */
    private static int buyUntilDecided(String customer, Goods mug, String entry, boolean untilSold) {
        if (!untilSold) {
            return buy(customer, mug, 1, entry).statusCode();
        }
        return await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> buy(customer, mug, 1, entry).statusCode(), status -> status == 201);
    }

    static Response join(String customer, Goods goods, int quantity) {
        return Api.as(Tokens.customer(customer))
                .body(Map.of("variantId", goods.variantId(), "quantity", quantity, "market", "GB"))
                .post("/v1/waitlist-entries");
    }

    private static String joined(String customer, Goods goods, int quantity) {
        return join(customer, goods, quantity).then().statusCode(201).extract().path("id");
    }

    private static ValidatableResponse entry(String customer, String id) {
        return Api.as(Tokens.customer(customer))
                .get("/v1/waitlist-entries/{id}", id)
                .then()
                .statusCode(200);
    }

    private static void give(String customer, String id) {
        Api.as(Tokens.customer(customer))
                .post("/v1/waitlist-entries/{id}/decline", id)
                .then()
                .statusCode(200)
                .body("status", equalTo("DECLINED"));
    }

    private static Response buy(String customer, Goods goods, int quantity, String entry) {
        Map<String, Object> order = new HashMap<>(Shop.order(goods, quantity));
        order.put(
                "lines",
                List.of(Map.of("variantId", goods.variantId(), "quantity", quantity, "waitlistEntryId", entry)));
        return Shop.place(customer, order, Api.idempotencyKey());
    }

    private static void cancel(String customer, String order) {
        Api.as(Tokens.customer(customer))
                .body(Map.of("reason", "changed my mind"))
                .post("/v1/orders/{id}/cancel", order)
                .then()
                .statusCode(200);
    }

    private static void transfer(Goods goods) {
        Map<String, Object> move =
                Map.of("variantId", goods.variantId(), "fromPool", "shared", "toPool", "market:GB", "quantity", 1);
        Api.as(Tokens.brand(goods.brandId()))
                .header("Idempotency-Key", Api.idempotencyKey())
                .body(Map.of("transfers", List.of(move)))
                .post("/v1/inventory-transfers")
                .then()
                .statusCode(201);
    }

    private static void holds(Goods goods) {
        Api.as(Tokens.brand(goods.brandId()))
                .get("/v1/inventory/{id}/proof", goods.variantId())
                .then()
                .statusCode(200)
                .body("holds", equalTo(true));
    }
}
