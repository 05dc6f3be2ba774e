package dev.vetrina.order.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.vetrina.events.CatalogEvent.TaxTreatment;
import dev.vetrina.events.Money;
import dev.vetrina.kit.id.Ids;
import dev.vetrina.order.Catalogue;
import dev.vetrina.order.Catalogue.Goods;
import dev.vetrina.order.OrderServiceTest;
import dev.vetrina.order.Shop;
import dev.vetrina.testkit.Api;
import dev.vetrina.testkit.identity.Tokens;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@OrderServiceTest
class SellingTermsTest {

    private static final Map<String, Object> TERMS = Map.of(
            "holdSeconds", 120,
            "paymentClosesBeforeSeconds", 30,
            "taxRates", List.of(Map.of("percent", "23"), Map.of("region", "D", "percent", "13.5")),
            "capture", "AT_SHIPMENT",
            "confirmWithinHours", 24,
            "shipWithinHours", 72,
            "returnWindowDays", 30,
            "stacking", Map.of("couponsPerOrder", 2, "couponsOnDealLines", true));

    @Inject
    SellingTermsBook book;

    @Test
    void aMarketWithoutTermsOfItsOwnHasTheDefaults() {
        Catalogue.openMarket("SE", "SEK", TaxTreatment.INCLUSIVE);

        Api.anonymous()
                .get("/v1/selling-terms/SE")
                .then()
                .statusCode(200)
                .header("ETag", "\"0\"")
                .body("version", equalTo(0))
                .body("holdSeconds", equalTo(600))
                .body("paymentClosesBeforeSeconds", equalTo(60))
                .body("capture", equalTo("AT_CONFIRMATION"))
                .body("returnWindowDays", equalTo(14))
                .body("changedAt", nullValue());
        Api.anonymous().get("/v1/selling-terms/SE/versions").then().body("items.size()", equalTo(0));
        Api.anonymous().get("/v1/selling-terms/ZZ").then().statusCode(404);
    }

    @Test
    void aChangeIsANewVersionAndOrdersKeepTheirs() {
        Catalogue.openMarket("IE", "EUR", TaxTreatment.INCLUSIVE);
        Goods mug = Catalogue.onSale("IE", Ids.next(), new Money(1_230, "EUR"));
        String before = placed(mug, 600);

        change("IE", 0, TERMS).then().statusCode(200).header("ETag", "\"1\"").body("holdSeconds", equalTo(120));
        String after = placed(mug, 120);
        change("IE", 1, with("holdSeconds", 300)).then().statusCode(200);

        Shop.read("ann", before).body("tax.amount", equalTo(0));
        Shop.read("ann", after).body("tax.amount", equalTo(230));
        assertThat(book.version("IE", 0).holdSeconds()).isEqualTo(600);
        assertThat(book.version("IE", 1).holdSeconds()).isEqualTo(120);
        assertThat(book.current("IE").version()).isEqualTo(2);
        Response page = Api.anonymous().get("/v1/selling-terms/IE/versions?limit=1");
        page.then().body("items.version", contains(1));
        Api.anonymous()
                .queryParam("cursor", page.<String>path("nextCursor"))
                .get("/v1/selling-terms/IE/versions")
                .then()
                .body("items.version", contains(2))
                .body("nextCursor", nullValue());
    }

    private static String placed(Goods goods, long holdSeconds) {
        Response order = Shop.place(
                "ann",
                Map.of(
                        "market", "IE",
                        "lines", List.of(Map.of("variantId", goods.variantId(), "quantity", 1)),
                        "shippingAddress", Map.of("name", "Ann", "line1", "1 Quay", "city", "Dublin", "country", "IE"),
                        "expectedTotal", goods.price()),
                Api.idempotencyKey());
        order.then().statusCode(201);
        assertThat(Duration.between(Instant.parse(order.path("placedAt")), Instant.parse(order.path("reservedUntil"))))
                .isEqualTo(Duration.ofSeconds(holdSeconds));
        return order.path("id");
    }

    @Test
    void nobodyOverwritesTermsThatTheyHaveNotSeen() {
        Catalogue.openMarket("NL", "EUR", TaxTreatment.INCLUSIVE);

        Api.as(Tokens.operator()).body(TERMS).put("/v1/selling-terms/NL").then().statusCode(428);
        change("NL", 7, TERMS).then().statusCode(412).header("ETag", "\"0\"");
        var one = CompletableFuture.supplyAsync(() -> change("NL", 0, TERMS).statusCode());
        var other = CompletableFuture.supplyAsync(() -> change("NL", 0, TERMS).statusCode());

        assertThat(List.of(one.join(), other.join())).containsExactlyInAnyOrder(200, 412);
    }

    @Test
    void onlyOperatorsDecideTerms() {
        Catalogue.openMarket("DK", "DKK", TaxTreatment.INCLUSIVE);

        Api.as(Tokens.customer("ann"))
                .header("If-Match", "\"0\"")
                .body(TERMS)
                .put("/v1/selling-terms/DK")
                .then()
                .statusCode(403);
    }

    @ParameterizedTest
    @CsvSource({
        "holdSeconds, 59, holdSeconds",
        "holdSeconds, 1801, holdSeconds",
        "paymentClosesBeforeSeconds, 120, paymentClosesBeforeSeconds",
        "returnWindowDays, 13, returnWindowDays",
    })
    void termsThatBreakARuleAreRefusedByTheirField(String field, int value, String violated) {
        Catalogue.openMarket("AT", "EUR", TaxTreatment.INCLUSIVE);

        change("AT", 0, with(field, value)).then().statusCode(422).body("violations.field", contains(violated));
    }

    @Test
    void everyRegionHasOneRateAndTheMarketOneForAllOthers() {
        Catalogue.openMarket("AT", "EUR", TaxTreatment.INCLUSIVE);

        change("AT", 0, with("taxRates", List.of(Map.of("region", "9", "percent", "19"))))
                .then()
                .statusCode(422)
                .body("violations.field", contains("taxRates"));
        change("AT", 0, with("taxRates", List.of(Map.of("percent", "20"), Map.of("percent", "19"))))
                .then()
                .statusCode(422)
                .body("violations.field", contains("taxRates[1].region"));
        change("AT", 0, with("taxRates", List.of(Map.of("percent", "20.00001"))))
                .then()
                .statusCode(422)
                .body("violations.field", contains("taxRates[0].percent"));
    }

    private static Map<String, Object> with(String field, Object value) {
        Map<String, Object> terms = new HashMap<>(TERMS);
        terms.put(field, value);
        return terms;
    }

    private static Response change(String market, long version, Map<String, Object> terms) {
        return Api.as(Tokens.operator())
                .header("If-Match", "\"" + version + "\"")
                .body(terms)
                .put("/v1/selling-terms/{market}", market);
    }
}
