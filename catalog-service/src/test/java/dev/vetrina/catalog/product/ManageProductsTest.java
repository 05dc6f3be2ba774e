package dev.vetrina.catalog.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import dev.vetrina.catalog.CatalogTest;
import dev.vetrina.catalog.Events;
import dev.vetrina.catalog.Fixtures;
import dev.vetrina.events.CatalogEvent;
import dev.vetrina.events.CatalogEvent.ProductChanged;
import dev.vetrina.events.Money;
import dev.vetrina.testkit.Api;
import dev.vetrina.testkit.KafkaProbe;
import dev.vetrina.testkit.identity.Tokens;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@CatalogTest
class ManageProductsTest {

    private UUID brandId;

    @BeforeEach
    void registerABrand() {
        brandId = Fixtures.brand();
    }

    @Test
    void aBrandDraftsAProductWithVariantsAndPrices() {
        Response created =
                Api.as(Tokens.brand(brandId)).body("""
                {"brandId": "%s", "externalId": "shirt-1", "title": "Linen shirt", "description": "Airy.",
                 "category": "Shirts", "imageUrl": "https://example.com/shirt.jpg",
                 "variants": [
                   {"sku": "S-M", "gtin": "4006381333931", "options": {"Size": "M", "Colour": "Blue"},
                    "prices": [{"market": "GB", "price": {"amount": 1999, "currency": "GBP"}},
                               {"market": "DE", "price": {"amount": 2199, "currency": "EUR"}}]},
                   {"options": {"Size": "L", "Colour": "Blue"}}]}""".formatted(brandId)).post("/v1/products");

        UUID id = created.then()
                .statusCode(201)
                .header("ETag", "\"0\"")
                .header(
                        "Location",
                        endsWith("/v1/products/" + created.jsonPath().getString("id")))
                .body("status", equalTo("DRAFT"))
                .body("variants.title", contains("M / Blue", "L / Blue"))
                .body("variants[0].prices", hasSize(2))
                .extract()
                .jsonPath()
                .getUUID("id");
        ProductChanged told = told(id, 0);
        assertThat(told.status()).isEqualTo(CatalogEvent.ProductStatus.DRAFT);
        assertThat(told.variants()).hasSize(2);
        assertThat(told.variants().getFirst().options())
                .containsExactly(java.util.Map.entry("Size", "M"), java.util.Map.entry("Colour", "Blue"));
        assertThat(told.variants().getFirst().prices())
                .extracting(CatalogEvent.Price::price)
                .containsExactly(new Money(2199, "EUR"), new Money(1999, "GBP"));
    }

    @Test
    void aDraftIsTheBrandsOwnUntilItIsPublishedInAnOpenMarket() {
        Fixtures.open("GB");
        UUID id = Fixtures.draft(brandId).getUUID("id");
        Api.anonymous().get("/v1/products/{id}", id).then().statusCode(404).body("code", equalTo("not-found"));
        Api.as(Tokens.brand(brandId)).get("/v1/products/{id}", id).then().statusCode(200);

        Fixtures.publish(brandId, id)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("status", equalTo("ACTIVE"));
        Fixtures.publish(brandId, id).then().statusCode(200).header("ETag", "\"1\"");

        Api.anonymous().get("/v1/products/{id}", id).then().statusCode(200);
        Api.anonymous()
                .get("/v1/products?market=GB&brandId={brand}", brandId)
                .then()
                .body("items.id", contains(id.toString()));
        Api.anonymous()
                .get("/v1/products?market=DE&brandId={brand}", brandId)
                .then()
                .body("items", empty());
        assertThat(told(id, 1).status()).isEqualTo(CatalogEvent.ProductStatus.ACTIVE);
    }

    @Test
    void aWithdrawnProductIsSeenByItsBrandOnlyAndCanComeBack() {
        Fixtures.open("GB");
        UUID id = Fixtures.published(brandId).getUUID("id");

        withdraw(id).then().statusCode(200).body("status", equalTo("INACTIVE"));

        Api.anonymous().get("/v1/products/{id}", id).then().statusCode(404);
        assertThat(told(id, 2).status()).isEqualTo(CatalogEvent.ProductStatus.INACTIVE);
        Fixtures.publish(brandId, id).then().statusCode(200).body("status", equalTo("ACTIVE"));
    }

    @Test
    void aDraftCannotBeWithdrawn() {
        withdraw(Fixtures.draft(brandId).getUUID("id"))
                .then()
                .statusCode(409)
                .body("code", equalTo("illegal-status-change"));
    }

    @Test
    void aProductWithoutAPriceCannotBePublished() {
        UUID id = Fixtures.create(
                        brandId, "{\"brandId\": \"%s\", \"title\": \"T\", \"variants\": [{}]}".formatted(brandId))
                .getUUID("id");

        Fixtures.publish(brandId, id).then().statusCode(409).body("code", equalTo("no-price"));
    }

    @Test
    void nothingOfASuspendedBrandIsSeenOrPublished() {
        Fixtures.open("GB");
        UUID id = Fixtures.published(brandId).getUUID("id");
        UUID draft = Fixtures.draft(brandId).getUUID("id");

        Api.as(Tokens.operator())
                .post("/v1/brands/{id}/suspend", brandId)
                .then()
                .statusCode(200);

        Api.anonymous().get("/v1/products/{id}", id).then().statusCode(404);
        Fixtures.publish(brandId, draft).then().statusCode(403).body("code", equalTo("brand-suspended"));
        Api.as(Tokens.operator())
                .post("/v1/products/{id}/publish", draft)
                .then()
                .statusCode(409)
                .body("code", equalTo("brand-suspended"));
        Api.as(Tokens.operator())
                .post("/v1/brands/{id}/reinstate", brandId)
                .then()
                .statusCode(200);
        Api.anonymous().get("/v1/products/{id}", id).then().statusCode(200);
    }

    @Test
    void anEditMayPassASkuFromOneVariantToAnother() {
        JsonPath draft = Fixtures.create(brandId, """
                {"brandId": "%s", "title": "T", "variants": [{"sku": "A", "options": {"Size": "M"}},
                  {"sku": "B", "options": {"Size": "L"}}]}""".formatted(brandId));
        UUID id = draft.getUUID("id");
        String first = draft.getString("variants[0].id");
        String second = draft.getString("variants[1].id");

        JsonPath passedOn = edit(id, "\"0\"", """
                {"title": "T", "variants": [{"id": "%s", "sku": "B", "options": {"Size": "M"}},
                  {"id": "%s", "sku": "C", "options": {"Size": "L"}}, {"sku": "A", "options": {"Size": "XL"}}]}""".formatted(first, second))
                .then()
                .statusCode(200)
                .body("variants.sku", contains("B", "C", "A"))
                .extract()
                .jsonPath();
        edit(id, "\"1\"", """
                {"title": "T", "variants": [{"id": "%s", "sku": "B", "options": {"Size": "M"}},
                  {"id": "%s", "sku": "C", "options": {"Size": "L"}},
                  {"id": "%s", "sku": "B", "options": {"Size": "XL"}}]}""".formatted(first, second, passedOn.getString("variants[2].id")))
                .then()
                .statusCode(409)
                .body("code", equalTo("sku-taken"));
    }

    @Test
    void anEditKeepsTheVariantsAndAddsNewOnes() {
        JsonPath draft = Fixtures.draft(brandId);
        UUID id = draft.getUUID("id");
        String variant = draft.getString("variants[0].id");

        edit(id, "\"0\"", """
                {"title": "Silk shirt", "variants": [{"id": "%s", "options": {"Size": "M"}}, {"options": {"Size": "L"}}]}""".formatted(variant))
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("title", equalTo("Silk shirt"))
                .body("variants.title", contains("M", "L"))
                .body("variants[0].id", equalTo(variant))
                .body("variants[0].prices[0].price.amount", equalTo(1999));
        assertThat(told(id, 1).variants()).hasSize(2);
    }

    @Test
    void anEditMustNameEveryVariantOnce() {
        UUID id = Fixtures.draft(brandId).getUUID("id");

        edit(id, "\"0\"", "{\"title\": \"T\", \"variants\": [{\"options\": {\"Size\": \"L\"}}]}")
                .then()
                .statusCode(422)
                .body("violations.field", contains("variants"));
        unchanged(id, 0);
    }

    @Test
    void anEditNeedsTheVersionThatItsAuthorSaw() {
        JsonPath draft = Fixtures.draft(brandId);
        UUID id = draft.getUUID("id");
        String body =
                "{\"title\": \"T\", \"variants\": [{\"id\": \"%s\"}]}".formatted(draft.getString("variants[0].id"));

        Api.as(Tokens.brand(brandId))
                .body(body)
                .put("/v1/products/{id}", id)
                .then()
                .statusCode(428)
                .body("code", equalTo("precondition-required"));
        edit(id, "\"7\"", body).then().statusCode(412).body("code", equalTo("stale-version"));
        unchanged(id, 0);
    }

    @Test
    void anAnswerSaysHowLongItHoldsWhereAPriceIsAnnounced() {
        Fixtures.open("GB");
        JsonPath product = Fixtures.published(brandId);
        UUID id = product.getUUID("id");
        String later = "{\"price\": {\"amount\": 1499, \"currency\": \"GBP\"}, \"effectiveAt\": \"%s\"}"
                .formatted(Instant.now().plusSeconds(50));
        setPrice(id, product.getUUID("variants[0].id"), "GB", "\"1\"", later)
                .then()
                .statusCode(200);

        for (String path : List.of("/v1/products/" + id, "/v1/products?brandId=" + brandId)) {
            String unchanged = Api.anonymous().get(path).header("Vetrina-Unchanged-Millis");
            assertThat(Long.parseLong(unchanged)).as(path).isBetween(0L, 50_000L);
        }
    }

    @Test
    void aChangedPriceIsAnnouncedAndOnlyTheBrandSeesItBefore() {
        Fixtures.open("GB");
        JsonPath product = Fixtures.published(brandId);
        UUID id = product.getUUID("id");
        UUID variant = product.getUUID("variants[0].id");

        setPrice(id, variant, "GB", "\"1\"", "{\"price\": {\"amount\": 1499, \"currency\": \"GBP\"}}")
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("variants[0].prices.price.amount", contains(1999, 1499));

        Api.anonymous().get("/v1/products/{id}", id).then().body("variants[0].prices", hasSize(1));
        assertThat(told(id, 2).variants().getFirst().prices()).hasSize(2);
        Api.as(Tokens.brand(brandId))
                .get("/v1/products/{id}/variants/{variant}/prices", id, variant)
                .then()
                .statusCode(200)
                .body("items.price.amount", contains(1999, 1499));
        Api.as(Tokens.brand(Fixtures.brand()))
                .get("/v1/products/{id}/variants/{variant}/prices", id, variant)
                .then()
                .statusCode(404);
    }

    @Test
    void aPriceNeedsItsMarketsCurrencyAndNotice() {
        JsonPath product = Fixtures.published(brandId);
        UUID id = product.getUUID("id");
        UUID variant = product.getUUID("variants[0].id");
        String pounds = "{\"price\": {\"amount\": 1, \"currency\": \"GBP\"}%s}";

        setPrice(id, variant, "XX", "\"1\"", pounds.formatted("")).then().statusCode(404);
        setPrice(id, UUID.randomUUID(), "GB", "\"1\"", pounds.formatted(""))
                .then()
                .statusCode(404);
        setPrice(id, variant, "DE", "\"1\"", pounds.formatted(""))
                .then()
                .statusCode(422)
                .body("violations.field", contains("price.currency"));
        setPrice(id, variant, "GB", "\"1\"", pounds.formatted(", \"effectiveAt\": \"2026-01-01T00:00:00Z\""))
                .then()
                .statusCode(422)
                .body("violations.field", contains("effectiveAt"));
        setPrice(id, variant, "GB", "\"0\"", pounds.formatted("")).then().statusCode(412);
        unchanged(id, 1);
    }

    @Test
    void whatMayBeUsedOnceInABrandIsRefusedTheSecondTime() {
        String product = """
                {"brandId": "%s", "externalId": "%s", "title": "T", "variants": [{"sku": "%s"}]}""";
        Fixtures.create(brandId, product.formatted(brandId, "e1", "s1"));

        post(product.formatted(brandId, "e1", "s2")).then().statusCode(409).body("code", equalTo("external-id-taken"));
        post(product.formatted(brandId, "e2", "s1")).then().statusCode(409).body("code", equalTo("sku-taken"));

        Api.as(Tokens.brand(brandId))
                .get("/v1/products?brandId={brand}", brandId)
                .then()
                .body("items.externalId", contains("e1"));
        UUID other = Fixtures.brand();
        Fixtures.create(other, product.formatted(other, "e1", "s1"));
    }

    @Test
    void aListComesInPagesAndByFilter() {
        List<String> ids = java.util.stream.Stream.generate(
                        () -> Fixtures.draft(brandId).getString("id"))
                .limit(3)
                .toList();
        String list = "/v1/products?brandId=%s&limit=2".formatted(brandId);

        JsonPath first = Api.as(Tokens.brand(brandId)).get(list).jsonPath();
        JsonPath second = Api.as(Tokens.brand(brandId))
                .get(list + "&cursor=" + first.getString("nextCursor"))
                .jsonPath();

        assertThat(first.getList("items.id")).isEqualTo(ids.subList(0, 2));
        assertThat(second.getList("items.id")).isEqualTo(ids.subList(2, 3));
        assertThat(second.getString("nextCursor")).isNull();
        Api.as(Tokens.brand(brandId))
                .get("/v1/products?brandId={brand}&status=ACTIVE", brandId)
                .then()
                .body("items", empty());
        Api.as(Tokens.operator()).get("/v1/products?limit=200").then().body("items.id", hasItem(ids.getFirst()));
        Api.as(Tokens.brand(Fixtures.brand()))
                .get("/v1/products?brandId={brand}", brandId)
                .then()
                .body("items", empty());
    }

    private ProductChanged told(UUID id, long sequence) {
        try (KafkaProbe probe = KafkaProbe.fromBeginning("catalog.products")) {
            return Events.of(
                    ProductChanged.class,
                    probe.await(
                            "product " + id + " at " + sequence,
                            seen -> id.toString().equals(seen.key())
                                    && Events.of(ProductChanged.class, seen).sequence() == sequence));
        }
    }

    private void unchanged(UUID id, int version) {
        Api.as(Tokens.brand(brandId)).get("/v1/products/{id}", id).then().body("version", equalTo(version));
    }

    private Response withdraw(UUID id) {
        return Api.as(Tokens.brand(brandId)).post("/v1/products/{id}/withdraw", id);
    }

    private Response edit(UUID id, String etag, String body) {
        return Api.as(Tokens.brand(brandId)).header("If-Match", etag).body(body).put("/v1/products/{id}", id);
    }

    private Response post(String product) {
        return Api.as(Tokens.brand(brandId)).body(product).post("/v1/products");
    }

    private Response setPrice(UUID id, UUID variant, String market, String etag, String body) {
        return Api.as(Tokens.brand(brandId))
                .header("If-Match", etag)
                .body(body)
                .put("/v1/products/{id}/variants/{variant}/prices/{market}", id, variant, market);
    }
}
