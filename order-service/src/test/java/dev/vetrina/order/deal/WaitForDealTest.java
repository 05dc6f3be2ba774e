package dev.vetrina.order.deal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.vetrina.events.DealEvent.DealReopened;
import dev.vetrina.events.DealEvent.DealSoldOut;
import dev.vetrina.events.Topics;
import dev.vetrina.order.Catalogue;
import dev.vetrina.order.OrderServiceTest;
import dev.vetrina.testkit.Api;
import dev.vetrina.testkit.KafkaProbe;
import dev.vetrina.testkit.identity.Tokens;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Waiting for a unit of a deal that is sold out. */
@OrderServiceTest
class WaitForDealTest extends InALiveShow {

    @AfterEach
    void backToThePresent() {
        clock.reset();
    }

    @Test
    void nobodyWaitsForMoreThanTheDealLetsThemBuy() {
        UUID deal = host.armed(mug, 1_500, 2, 2);
        String _ = bought("zoe", deal, 2);

        join("ann", deal, 3, "GB")
                .then()
                .statusCode(422)
                .body("rule", equalTo("deal-limit-reached"))
                .body("limit", equalTo(2));
        join("zoe", deal, 1, "GB")
                .then()
                .statusCode(409)
                .body("code", equalTo("deal-limit-reached"))
                .body("bought", equalTo(2));
        join("ann", deal, 2, "GB").then().statusCode(201);
    }

    @Test
    void anOfferThatExpiresAfterTheDealReturnsToTheSourceOfItsUnits() {
        setApart();
        UUID deal = host.armed(mug, 1_500, 1, 1);
        String order = bought("zoe", deal, 1);
        String entry =
                join("ann", deal, 1, "GB").then().statusCode(201).extract().path("id");
        Host.cancel("zoe", order);
        entry(entry, "OFFERED");
        host.withdraws(deal);
        Host.awaitStatus(deal, "CLOSED");

        clock.advance(Duration.ofMinutes(6));

        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> entry(entry, "EXPIRED"));
        assertThat(Host.pool(mug, "market:GB")).containsExactly(4, 0, 0);
        assertThat(Host.pool(mug, "shared")).containsExactly(6, 0, 0);
        assertThat(Host.pool(mug, deal)).containsExactly(0, 0, 0);
    }

    @Test
    void aDealIsOpenAgainAndSoldOutByTheUnitsThatAreForEverybody() throws Exception {
        UUID deal = host.armed(mug, 1_500, 2, 2);
        String order = bought("zoe", deal, 2);
        String entry =
                join("ann", deal, 1, "GB").then().statusCode(201).extract().path("id");
        try (KafkaProbe probe = KafkaProbe.fromNow(Topics.STOCK_DEALS)) {
            Host.cancel("zoe", order);

            entry(entry, "OFFERED");
            assertThat(Host.told(probe, deal, DealReopened.class).available()).isEqualTo(1);
            Host.deal(deal).body("status", equalTo("OPEN"));
        }
        try (KafkaProbe probe = KafkaProbe.fromNow(Topics.STOCK_DEALS)) {
            String _ = bought("bob", deal, 1);

            assertThat(Host.told(probe, deal, DealSoldOut.class).dealId()).isEqualTo(deal);
            Host.deal(deal).body("status", equalTo("SOLD_OUT"));
            // What ann was offered is held for her.
            assertThat(Host.pool(mug, deal)).containsExactly(0, 2, 0);
        }
    }

    @Test
    void aUnitThatIsOfferedToSomebodyDoesNotOpenTheDealUntilItIsDeclined() {
        UUID deal = host.armed(mug, 1_500, 1, 1);
        String order = bought("zoe", deal, 1);
        String entry =
                join("ann", deal, 1, "GB").then().statusCode(201).extract().path("id");

        Host.cancel("zoe", order);
        entry(entry, "OFFERED");
        Host.deal(deal).body("status", equalTo("SOLD_OUT"));

        Api.as(Tokens.customer("ann"))
                .post("/v1/waitlist-entries/{id}/decline", entry)
                .then()
                .statusCode(200);
        Host.deal(deal).body("status", equalTo("OPEN"));
    }

    @Test
    void nobodyWaitsInAMarketThatTheDealDoesNotHave() {
        mug = Catalogue.onSale(List.of("GB", "BE"), 2_000, 10);
        UUID deal = host.armed(mug, 1_500, 1, 1);
        String _ = bought("zoe", deal, 1);

        join("ann", deal, 1, "BE").then().statusCode(422).body("violations[0].field", equalTo("market"));
        join("ann", deal, 1, "GB").then().statusCode(201);
    }

    private void setApart() {
        Map<String, Object> move =
                Map.of("variantId", mug.variantId(), "fromPool", "shared", "toPool", "market:GB", "quantity", 4);
        Api.as(Tokens.brand(mug.brandId()))
                .header("Idempotency-Key", Api.idempotencyKey())
                .body(Map.of("transfers", List.of(move)))
                .post("/v1/inventory-transfers")
                .then()
                .statusCode(201);
    }

    private String bought(String customer, UUID deal, int quantity) {
        return Host.buy(customer, 1_500L * quantity, Host.line(mug, deal, quantity))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private Response join(String customer, UUID deal, int quantity, String market) {
        return Api.as(Tokens.customer(customer))
                .body(Map.of("variantId", mug.variantId(), "quantity", quantity, "market", market, "dealId", deal))
                .post("/v1/waitlist-entries");
    }

    private static void entry(String id, String status) {
        Api.as(Tokens.customer("ann"))
                .get("/v1/waitlist-entries/{id}", id)
                .then()
                .statusCode(200)
                .body("status", equalTo(status));
    }
}
