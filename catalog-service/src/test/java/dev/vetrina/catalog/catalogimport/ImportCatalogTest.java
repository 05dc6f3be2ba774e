package dev.vetrina.catalog.catalogimport;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.vetrina.catalog.CatalogTest;
import dev.vetrina.catalog.Events;
import dev.vetrina.catalog.Fixtures;
import dev.vetrina.events.CatalogEvent.ProductChanged;
import dev.vetrina.events.CatalogEvent.ProductStatus;
import dev.vetrina.events.CatalogEvent.VariantStockDeclared;
import dev.vetrina.events.Money;
import dev.vetrina.testkit.Api;
import dev.vetrina.testkit.KafkaProbe;
import dev.vetrina.testkit.identity.Tokens;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@CatalogTest
class ImportCatalogTest {

    @Inject
    ImportRepository imports;

    private UUID brandId;

    @BeforeEach
    void registerABrand() {
        brandId = Fixtures.brand();
    }

    @Test
    void aFileBecomesProductsOnSaleWithTheirQuantities() {
        try (KafkaProbe probe = KafkaProbe.fromNow("catalog.products")) {
            Response queued = start(Samples.read(Samples.APPAREL), Api.idempotencyKey());
            queued.then()
                    .statusCode(202)
                    .header(
                            "Location",
                            endsWith("/v1/catalog-imports/" + queued.jsonPath().getString("id")));
            JsonPath job = finished(queued);

            assertJob(
                    job,
                    "SUCCEEDED",
                    Map.of("rowsTotal", 6, "rowsDone", 6, "productsCreated", 3, "productsUpdated", 0, "rowErrors", 0));
            JsonPath jumper = product("harbour-jumper");
            assertThat(jumper.getList("items[0].variants.title"))
                    .containsExactly("Small / Ecru", "Medium / Ecru", "Large / Ecru");
            assertThat(product("archive-coat").getString("items[0].status")).isEqualTo("DRAFT");
            ProductChanged told =
                    Events.of(ProductChanged.class, probe.await(jumper.getString("items[0].id"), "product.changed.v1"));
            assertThat(told.status()).isEqualTo(ProductStatus.ACTIVE);
            assertThat(told.externalId()).isEqualTo("harbour-jumper");
            assertThat(told.sequence()).isZero();
            assertThat(told.variants().getFirst().prices().getFirst().price()).isEqualTo(new Money(8950, "GBP"));
            String medium = jumper.getString("items[0].variants[1].id");
            VariantStockDeclared declared =
                    Events.of(VariantStockDeclared.class, probe.await(medium, "variant.stock-declared.v1"));
            assertThat(declared.quantity()).isEqualTo(6);
            assertThat(declared.brandId()).isEqualTo(brandId);
        }
    }

    @Test
    void theSameFileAgainChangesNothing() {
        finished(start(Samples.read(Samples.APPAREL), Api.idempotencyKey()));
        JsonPath before = products();

        JsonPath job = finished(start(Samples.read(Samples.APPAREL), Api.idempotencyKey()));

        assertJob(job, "SUCCEEDED", Map.of("productsCreated", 0, "productsUpdated", 3, "rowErrors", 0));
        assertThat(products().getList("items")).isEqualTo(before.getList("items"));
    }

    @Test
    void aChangedFileUpdatesWhatItNames() {
        finished(start(Samples.read(Samples.APPAREL), Api.idempotencyKey()));
        String file = new String(Samples.read(Samples.APPAREL), UTF_8)
                .replace("Linen scarf,", "Washed linen scarf,")
                .replace(",24.00,", ",22.00,");

        finished(start(file.getBytes(UTF_8), Api.idempotencyKey()));

        JsonPath scarf = product("linen-scarf");
        assertThat(scarf.getString("items[0].title")).isEqualTo("Washed linen scarf");
        assertThat(scarf.getInt("items[0].version")).isEqualTo(1);
        assertThat(scarf.getList("items[0].variants[0].prices.price.amount")).containsExactly(2400, 2200);
    }

    @Test
    void aRowWithAnErrorIsToldAndEveryOtherRowIsApplied() {
        JsonPath job = finished(start(Samples.read(Samples.FAULTY), Api.idempotencyKey()));

        assertJob(job, "SUCCEEDED", Map.of("rowsTotal", 9, "rowsDone", 9, "productsCreated", 3, "rowErrors", 9));
        Api.as(Tokens.brand(brandId))
                .get("/v1/catalog-imports/{id}/errors", job.getString("id"))
                .then()
                .statusCode(200)
                .body("items.row", contains(3, 5, 5, 5, 6, 7, 8, 9, 10))
                .body(
                        "items.code",
                        contains(
                                "invalid-price",
                                "invalid-price",
                                "invalid-gtin",
                                "invalid-quantity",
                                "missing-handle",
                                "missing-title",
                                "sku-taken",
                                "invalid-price",
                                "invalid-url"))
                .body("items[6].column", equalTo("Variant SKU"));
        assertThat(products().getList("items.externalId")).containsExactly("good-cap", "tea-towel", "postcard");
        assertThat(product("tea-towel").getList("items[0].variants.title")).containsExactly("Blue");
    }

    @Test
    void errorsComeInPages() {
        String id = finished(start(Samples.read(Samples.FAULTY), Api.idempotencyKey()))
                .getString("id");

        JsonPath first = errors(id, "?limit=5");
        JsonPath second = errors(id, "?limit=5&cursor=" + first.getString("nextCursor"));

        assertThat(first.getList("items.row")).containsExactly(3, 5, 5, 5, 6);
        assertThat(second.getList("items.row")).containsExactly(7, 8, 9, 10);
    }

    @Test
    void aFileThatCannotBeReadFailsAndSaysWhy() {
        JsonPath job = finished(start("Title,Variant Price\nA,1\n".getBytes(UTF_8), Api.idempotencyKey()));

        assertJob(job, "FAILED", Map.of("rowsDone", 0, "productsCreated", 0, "rowErrors", 1));
        assertThat(job.getString("failure.code")).isEqualTo("missing-column");
        assertThat(errors(job.getString("id"), "").getString("items[0].column")).isEqualTo("Handle");
    }

    @Test
    void aJobWhoseWorkerDiedIsTakenUpWhereItStopped() {
        UUID id = UUID.randomUUID();
        running(id, "-1 second", Samples.read(Samples.APPAREL));

        JsonPath job = finished(id.toString());

        assertJob(job, "SUCCEEDED", Map.of("rowsDone", 6, "productsCreated", 3));
        assertThat(products().getList("items.externalId")).containsExactly("linen-scarf", "archive-coat");
    }

    @Test
    void filesOfOneBrandAreWorkedOnOneAfterTheOther() {
        UUID first =
                UUID.fromString("00000000-0000-7000-8000-" + brandId.toString().substring(24));
        running(first, "2 seconds", Samples.read(Samples.APPAREL));
        Response second = start(Samples.read(Samples.FAULTY), Api.idempotencyKey());

        Instant secondStarted = Instant.parse(finished(second).getString("startedAt"));

        assertThat(secondStarted)
                .isAfterOrEqualTo(Instant.parse(finished(first.toString()).getString("finishedAt")));
    }

    @Test
    void aFileDoesNotCallOffAPriceThatIsAnnounced() {
        finished(start(Samples.read(Samples.APPAREL), Api.idempotencyKey()));
        JsonPath scarf = product("linen-scarf");
        Api.as(Tokens.brand(brandId))
                .header("If-Match", "\"0\"")
                .body(
                        "{\"price\": {\"amount\": 1900, \"currency\": \"GBP\"}, \"effectiveAt\": \"2100-01-01T00:00:00Z\"}")
                .put(
                        "/v1/products/{id}/variants/{variant}/prices/GB",
                        scarf.getString("items[0].id"),
                        scarf.getString("items[0].variants[0].id"))
                .then()
                .statusCode(200);

        finished(start(Samples.read(Samples.APPAREL), Api.idempotencyKey()));

        assertThat(product("linen-scarf").getList("items[0].variants[0].prices.price.amount"))
                .containsExactly(2400, 1900);
    }

    @Test
    void aProductOfMoreRowsThanAnyHasIsRefusedAsAWhole() {
        String rows = "a,A,free,wrong,ftp://x\n".repeat(49_000);
        String file = "Handle,Title,Variant Price,Variant Barcode,Image Src\n" + rows + "b,B,1.00,,\n";

        JsonPath job = finished(start(file.getBytes(UTF_8), Api.idempotencyKey()));

        assertJob(job, "SUCCEEDED", Map.of("rowsTotal", 49_001, "productsCreated", 1, "rowErrors", 1));
        assertThat(errors(job.getString("id"), "").getString("items[0].code")).isEqualTo("too-many-rows");
    }

    @Test
    void aRepeatedRequestIsAnsweredWithTheSameJob() {
        String key = Api.idempotencyKey();
        String first = start(Samples.read(Samples.APPAREL), key).jsonPath().getString("id");

        start(Samples.read(Samples.APPAREL), key)
                .then()
                .statusCode(202)
                .header("Idempotent-Replayed", "true")
                .header("Location", containsString(first))
                .body("id", equalTo(first));
        start(Samples.read(Samples.FAULTY), key).then().statusCode(422).body("code", equalTo("idempotency-key-reused"));
        assertThat(finished(first).getInt("productsCreated")).isEqualTo(3);
    }

    @Test
    void anImportIsTheBusinessOfItsBrandAlone() {
        String id = finished(start(Samples.read(Samples.APPAREL), Api.idempotencyKey()))
                .getString("id");
        String stranger = Tokens.brand(Fixtures.brand());

        for (String path : List.of("/v1/catalog-imports/" + id, "/v1/catalog-imports/" + id + "/errors")) {
            Api.as(stranger).get(path).then().statusCode(404).body("code", equalTo("not-found"));
            Api.as(Tokens.operator()).get(path).then().statusCode(200);
        }
    }

    /** A job of a worker that has done one product of three and is gone. */
    private void running(UUID id, String lease, byte[] file) {
        QuarkusTransaction.requiringNew().run(() -> {
            imports.getEntityManager()
                    .createNativeQuery("""
                            insert into catalog_import (id, brand_id, market, currency, apply_quantities, publish, status,
                                products_done, rows_total, rows_done, products_created, products_updated, row_errors,
                                worker, lease_until, created_at)
                            values (?1, ?2, 'GB', 'GBP', false, true, 'RUNNING', 1, 6, 4, 1, 0, 0,
                                gen_random_uuid(), now() + cast(?3 as interval), now())""")
                    .setParameter(1, id)
                    .setParameter(2, brandId)
                    .setParameter(3, lease)
                    .executeUpdate();
            imports.addFile(new ImportFile(id, file));
        });
    }

    private Response start(byte[] file, String key) {
        return Api.as(Tokens.brand(brandId))
                .contentType("text/csv")
                .header("Idempotency-Key", key)
                .body(file)
                .post(
                        "/v1/catalog-imports?brandId={brand}&market=GB&currency=GBP&taxTreatment=INCLUSIVE"
                                + "&applyQuantities=true&publish=true",
                        brandId);
    }

    private JsonPath finished(Response queued) {
        return finished(queued.then().statusCode(202).extract().jsonPath().getString("id"));
    }

    private JsonPath finished(String id) {
        return Awaitility.await()
                .until(
                        () -> Api.as(Tokens.brand(brandId))
                                .get("/v1/catalog-imports/{id}", id)
                                .jsonPath(),
                        job -> List.of("SUCCEEDED", "FAILED").contains(job.getString("status")));
    }

    private static void assertJob(JsonPath job, String status, Map<String, Integer> figures) {
        assertThat(job.getString("status")).isEqualTo(status);
        figures.forEach((name, value) -> assertThat(job.getInt(name)).as(name).isEqualTo(value));
    }

    private JsonPath errors(String id, String query) {
        return Api.as(Tokens.brand(brandId))
                .get("/v1/catalog-imports/" + id + "/errors" + query)
                .jsonPath();
    }

    private JsonPath products() {
        return Api.as(Tokens.brand(brandId))
                .get("/v1/products?brandId={brand}", brandId)
                .jsonPath();
    }

    private JsonPath product(String externalId) {
        return Api.as(Tokens.brand(brandId))
                .get("/v1/products?brandId={brand}&externalId={id}", brandId, externalId)
                .then()
                .body("items", hasSize(1))
                .extract()
                .jsonPath();
    }
}
