package dev.vetrina.order;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.vetrina.events.CatalogEvent.BrandChanged;
import dev.vetrina.events.CatalogEvent.BrandStatus;
import dev.vetrina.events.Money;
import dev.vetrina.order.Catalogue.Goods;
import dev.vetrina.testkit.Api;
import dev.vetrina.testkit.identity.Account;
import dev.vetrina.testkit.identity.TestIdentity;
import dev.vetrina.testkit.identity.Tokens;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What becomes of an access token when time passes, its provider changes its keys, or its brand is suspended. */
@OrderServiceTest
class IdentityTest {

    private static final Account ANN = Account.customer("ann");

    @Test
    void aNewSigningKeyIsTakenWithoutARestartAndTokensOfTheOldOneStayGood() {
        String before = Tokens.of(ANN);
        ask(before).then().statusCode(200);

        TestIdentity.changeKey();

        await().atMost(Duration.ofSeconds(20)).until(() -> ask(Tokens.of(ANN)).statusCode() == 200);
        ask(before).then().statusCode(200);
    }

    @Test
    void clocksMayDifferByAFewSecondsAndByNoMore() {
        // On a machine that is slow to ask, two seconds may have become more than are tolerated.
        await().atMost(Duration.ofSeconds(20))
                .until(() -> ask(Tokens.forge(ANN).expiredSecondsAgo(2).token()).statusCode() == 200);
        ask(Tokens.forge(ANN).expiredSecondsAgo(20).token())
                .then()
                .statusCode(401)
                .body("code", equalTo("unauthenticated"));
    }

    @Test
    void aSuspendedBrandIsCutOffByItsEventThoughItsTokenIsGood() {
        Goods mug = Catalogue.onSale(1_000, 5);
        String token = Tokens.brand(mug.brandId());

        Catalogue.publish(new BrandChanged(mug.brandId(), 5, "Acme", BrandStatus.SUSPENDED));

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> receive(mug, token).then().statusCode(403).body("code", equalTo("brand-suspended")));
        Api.as(token).get("/v1/inventory/{id}", mug.variantId()).then().statusCode(200);
        receive(mug, Tokens.operator()).then().statusCode(201);
        rates(mug, token).then().statusCode(409).body("code", equalTo("brand-suspended"));
        // What everybody may is looked at, and here found to be empty.
        Api.as(token).body(Map.of()).post("/v1/order-quotes").then().statusCode(422);

        Catalogue.publish(new BrandChanged(mug.brandId(), 6, "Acme", BrandStatus.ACTIVE));
        await().atMost(Duration.ofSeconds(20)).until(() -> receive(mug, token).statusCode() == 201);
    }

    private static Response receive(Goods goods, String token) {
        return Api.as(token)
                .header("Idempotency-Key", Api.idempotencyKey())
                .body(Map.of(
                        "adjustments",
                        List.of(Map.of("variantId", goods.variantId(), "delta", 1, "reason", "RECEIVED"))))
                .post("/v1/inventory-adjustments");
    }

    private static Response rates(Goods goods, String token) {
        return Api.as(token)
                .header("If-Match", "\"0\"")
                .body(Map.of(
                        "options",
                        List.of(Map.of(
                                "code",
                                "standard",
                                "title",
                                "Standard",
                                "price",
                                new Money(0, "GBP"),
                                "estimatedDaysMin",
                                1,
                                "estimatedDaysMax",
                                2))))
                .put("/v1/shipping-rates/GB?brandId={id}", goods.brandId());
    }

    private static Response ask(String token) {
        return Api.as(token).get("/v1/orders");
    }
}
