package dev.vetrina.catalog;

import dev.vetrina.testkit.Api;
import dev.vetrina.testkit.identity.Tokens;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;

/** Brands, products and open markets for tests, made over the API. */
public final class Fixtures {

    private Fixtures() {}

    public static UUID brand() {
        return brand("Luce di Mare");
    }

    public static UUID brand(String name) {
        return Api.as(Tokens.operator())
                .body("""
                        {"name": "%s", "legalName": "%s S.r.l.", "countryCode": "IT", "contactEmail": "office@example.com"}""".formatted(name, name))
                .post("/v1/brands")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getUUID("id");
    }

    /** Opens the market if it is not open yet, and waits until it is. */
    public static void open(String market) {
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> {
            Api.as(Tokens.operator()).body("{\"stage\": \"PILOT\"}").post("/v1/markets/{code}/stage", market);
            return Api.anonymous()
                    .get("/v1/markets/{code}", market)
                    .jsonPath()
                    .getString("stage")
                    .equals("PILOT");
        });
    }

    /** A draft with one variant that costs GBP 19.99 in GB. */
    public static JsonPath draft(UUID brandId) {
        return create(brandId, """
                {"brandId": "%s", "title": "Linen shirt",
                 "variants": [{"prices": [{"market": "GB", "price": {"amount": 1999, "currency": "GBP"}}]}]}""".formatted(brandId));
    }

    public static JsonPath create(UUID brandId, String product) {
        return Api.as(Tokens.brand(brandId))
                .body(product)
                .post("/v1/products")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    /** The same product once it is on sale. */
    public static JsonPath published(UUID brandId) {
        return publish(brandId, draft(brandId).getUUID("id"))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    public static Response publish(UUID brandId, UUID productId) {
        return Api.as(Tokens.brand(brandId)).post("/v1/products/{id}/publish", productId);
    }
}
