package dev.vetrina.order.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import dev.vetrina.events.CatalogEvent.TaxTreatment;
import dev.vetrina.events.LiveEvent.SessionStatus;
import dev.vetrina.events.Money;
import dev.vetrina.kit.id.Ids;
import dev.vetrina.order.Catalogue;
import dev.vetrina.order.Catalogue.Goods;
import dev.vetrina.order.OrderServiceTest;
import dev.vetrina.order.Shop;
import dev.vetrina.testkit.Api;
import dev.vetrina.testkit.identity.Tokens;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@OrderServiceTest
class OrderTotalsTest {

    private static Map<String, Object> option(String code, long price, long freeFrom, String currency) {
        return Map.of(
                "code",
                code,
                "title",
                "Shipped " + code,
                "price",
                new Money(price, currency),
                "freeFrom",
                new Money(freeFrom, currency),
                "estimatedDaysMin",
                1,
                "estimatedDaysMax",
                3);
    }

    @Test
    void anOrderOfTwoBrandsHasAPartForEachAndTheyAddUp() {
        Goods mug = Catalogue.onSale(1_250, 10);
        Goods plate = Catalogue.onSale(3_000, 10);
        Purchase.ship(mug.brandId(), "GB", option("standard", 395, 5_000, "GBP"));
        Purchase.ship(plate.brandId(), "GB", option("standard", 495, 5_000, "GBP"));

        Response order = Purchase.inBritain().of(mug, 2).of(plate, 2).place(new Money(8_895, "GBP"));

        order.then()
                .statusCode(201)
                .body("total.amount", equalTo(8_895))
                .body("lines.total.amount", contains(2_500, 6_000))
                .body(
                        "fulfilments.brandId",
                        contains(mug.brandId().toString(), plate.brandId().toString()))
                .body("fulfilments.shipping.amount", contains(395, 0))
                .body("fulfilments.total.amount", contains(395, 0));
        Shop.read("ann", order.path("id")).body("fulfilments.total.amount", hasItem(395));
        Shop.pay("ann", order.path("id"), "tok_approved").then().body("amount.amount", equalTo(8_895));
        Api.as(Tokens.brand(mug.brandId()))
                .get("/v1/orders/{id}", order.<String>path("id"))
                .then()
                .body("total.amount", equalTo(2_895));
    }

    @Test
    void anOrderCostsWhatItsQuoteSaid() {
        Goods mug = Catalogue.onSale(1_250, 10);
        Purchase.ship(
                mug.brandId(), "GB", option("standard", 395, 2_000, "GBP"), option("express", 995, 99_999, "GBP"));
        Purchase purchase = Purchase.inBritain().of(mug, 1).shippedBy(mug.brandId(), "express");

        Response quote = purchase.quote();

        quote.then()
                .statusCode(200)
                .body("lines[0].unitPrice.amount", equalTo(1_250))
                .body("fulfilments[0].shippingOption", equalTo("express"))
                .body("fulfilments[0].options.code", contains("standard", "express"))
                .body("fulfilments[0].options.price.amount", contains(395, 995))
                .body("taxTreatment", equalTo("INCLUSIVE"))
                .body("total.amount", equalTo(2_245));
        Shop.stock(mug).body("held", equalTo(0));
        purchase.place(quote.path("total"))
                .then()
                .statusCode(201)
                .body("total.amount", equalTo(2_245))
                .body("fulfilments[0].shippingOption", equalTo("express"));
    }

    @Test
    void shippingThatTheBuyerWasNotShownIsRefusedWithBothTotals() {
        Goods mug = Catalogue.onSale(1_250, 10);
        Purchase.ship(mug.brandId(), "GB", option("standard", 395, 5_000, "GBP"));

        Purchase.inBritain()
                .of(mug, 1)
                .place(mug.price())
                .then()
                .statusCode(409)
                .body("code", equalTo("total-changed"))
                .body("expectedTotal.amount", equalTo(1_250))
                .body("actualTotal.amount", equalTo(1_645));
        Shop.stock(mug).body("held", equalTo(0));
    }

    @Test
    void shippingThatCannotBeHadIsRefusedByItsField() {
        Goods mug = Catalogue.onSale(1_250, 10);

        Purchase.inBritain()
                .of(mug, 1)
                .shippedBy(mug.brandId(), "pigeon")
                .quote()
                .then()
                .statusCode(422)
                .body("violations.field", contains("shipping[0].option"));
        Purchase.inBritain()
                .of(mug, 1)
                .shippedBy(mug.brandId(), "standard")
                .shippedBy(UUID.randomUUID(), "standard")
                .quote()
                .then()
                .statusCode(422)
                .body("violations.field", contains("shipping[1].brandId"));
        Purchase.inBritain()
                .of(mug, 1)
                .shippedBy(mug.brandId(), "standard")
                .shippedBy(mug.brandId(), "standard")
                .quote()
                .then()
                .statusCode(422)
                .body("violations.field", contains("shipping[1].brandId"));
    }

    @Test
    void exclusivePricesGetTheTaxOfTheRegionOnTop() {
        Catalogue.openMarket("US", "USD", TaxTreatment.EXCLUSIVE);
        decideTax("US", Map.of("percent", "0"), Map.of("region", "NY", "percent", "8.875"));
        Goods mug = Catalogue.onSale("US", Ids.next(), new Money(1_999, "USD"));
        Purchase.ship(mug.brandId(), "US", option("standard", 500, 9_999, "USD"));

        Purchase.in("US", "ny", "10001")
                .of(mug, 1)
                .place(new Money(2_721, "USD"))
                .then()
                .statusCode(201)
                .body("tax.amount", equalTo(222))
                .body("lines[0].total.amount", equalTo(2_177))
                .body("fulfilments[0].total.amount", equalTo(544))
                .body("shippingAddress.region", equalTo("NY"));
        Purchase.in("US", "OR", "97201")
                .of(mug, 1)
                .place(new Money(2_499, "USD"))
                .then()
                .statusCode(201)
                .body("tax.amount", equalTo(0));
    }

    @Test
    void aCurrencyWithoutDecimalsIsPricedToTheUnit() {
        Catalogue.openMarket("JP", "JPY", TaxTreatment.INCLUSIVE);
        decideTax("JP", Map.of("percent", "10"));
        Goods mug = Catalogue.onSale("JP", Ids.next(), new Money(1_980, "JPY"));

        Purchase.in("JP", "Tokyo", "100-0001")
                .of(mug, 1)
                .place(new Money(1_980, "JPY"))
                .then()
                .statusCode(201)
                .body("tax.amount", equalTo(180))
                .body("total.currency", equalTo("JPY"));
    }

    @Test
    void aLineMayBeSoldByAnotherShowThanTheOrder() {
        Goods mug = Catalogue.onSale(1_250, 10);
        UUID creator = Ids.next();
        UUID live = Purchase.show(Ids.next(), SessionStatus.LIVE);
        UUID replay = Purchase.show(creator, SessionStatus.ENDED);
        UUID draft = Purchase.show(creator, SessionStatus.DRAFT);
        awaitShow(mug, draft, 409);

        Purchase.inBritain()
                .of(mug, 1, replay)
                .of(mug, 2)
                .inShow(live)
                .quote()
                .then()
                .statusCode(200)
                .body("lines.sessionId", contains(replay.toString(), live.toString()))
                .body("lines[0].creatorId", equalTo(creator.toString()))
                .body("lines[0].dealId", nullValue());
        Response order = Purchase.inBritain().of(mug, 1, replay).of(mug, 2).place(new Money(3_750, "GBP"));
        Shop.read("ann", order.path("id"))
                .body("sessionId", equalTo(replay.toString()))
                .body("lines[0].sessionId", equalTo(replay.toString()))
                .body("lines[0].creatorId", equalTo(creator.toString()))
                .body("lines[1].sessionId", nullValue());
        Purchase.inBritain()
                .of(mug, 1, draft)
                .quote()
                .then()
                .statusCode(409)
                .body("code", equalTo("session-not-selling"))
                .body("sessionId", equalTo(draft.toString()))
                .body("sessionStatus", equalTo("DRAFT"));
        Purchase.inBritain()
                .of(mug, 1, UUID.fromString("01890000-0000-7000-8000-000000000000"))
                .quote()
                .then()
                .statusCode(404);
    }

    private static void awaitShow(Goods goods, UUID session, int status) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> Purchase.inBritain()
                        .of(goods, 1, session)
                        .quote()
                        .then()
                        .statusCode(status));
    }

    @Test
    void anAddressThatTheCountryDoesNotKnowIsRefusedByItsFields() {
        Goods mug = Catalogue.onSale(1_250, 10);

        Purchase.in("GB", "", "10115")
                .of(mug, 1)
                .place(mug.price())
                .then()
                .statusCode(422)
                .body("violations.field", contains("shippingAddress.postalCode"));
        Shop.stock(mug).body("held", equalTo(0));
    }

    @Test
    void moreMoneyThanCanBeCountedIsRefused() {
        Goods palace = Catalogue.onSale(Long.MAX_VALUE / 2, 10);

        Purchase.inBritain()
                .of(palace, 3)
                .quote()
                .then()
                .statusCode(422)
                .body("violations.field", contains("lines[0].quantity"));
        Purchase.inBritain()
                .of(palace, 2)
                .of(palace, 1)
                .quote()
                .then()
                .statusCode(422)
                .body("violations.field", contains("lines"));
    }

    @Test
    void aQuoteTakesWhatAnOrderTakesAndNothingElse() {
        Api.anonymous()
                .body(Map.of("market", "GB", "lines", List.of(), "expectedTotal", new Money(1, "GBP")))
                .post("/v1/order-quotes")
                .then()
                .statusCode(400)
                .body("code", equalTo("unknown-field"));
        Api.anonymous()
                .body(Map.of("market", "GB", "lines", List.of()))
                .post("/v1/order-quotes")
                .then()
                .statusCode(422)
                .body("violations.field", hasItem("lines"))
                .body("violations.field", hasItem("shippingAddress"));
    }

    private static void decideTax(String market, Map<?, ?>... rates) {
        Response current = Api.anonymous().get("/v1/selling-terms/{market}", market);
        Map<String, Object> terms = new HashMap<>(current.jsonPath().getMap("$"));
        terms.keySet().removeAll(List.of("market", "version", "changedAt"));
        terms.put("taxRates", List.of(rates));
        Response changed = Api.as(Tokens.operator())
                .header("If-Match", current.header("ETag"))
                .body(terms)
                .put("/v1/selling-terms/{market}", market);
        assertThat(changed.statusCode()).as(changed.asString()).isEqualTo(200);
    }
}
