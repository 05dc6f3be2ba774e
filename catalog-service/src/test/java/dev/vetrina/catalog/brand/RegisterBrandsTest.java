package dev.vetrina.catalog.brand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.vetrina.catalog.CatalogTest;
import dev.vetrina.catalog.Events;
import dev.vetrina.catalog.Fixtures;
import dev.vetrina.events.CatalogEvent.BrandChanged;
import dev.vetrina.events.CatalogEvent.BrandStatus;
import dev.vetrina.testkit.Api;
import dev.vetrina.testkit.KafkaProbe;
import dev.vetrina.testkit.identity.Tokens;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@CatalogTest
class RegisterBrandsTest {

    @Test
    void aBrandIsRegisteredAndTold() {
        Response created = Api.as(Tokens.operator()).body("""
                {"name": "Onda", "legalName": "Onda GmbH", "countryCode": "DE", "contactEmail": "a@example.com"}""").post("/v1/brands");

        created.then()
                .statusCode(201)
                .header("ETag", "\"0\"")
                .header("Location", endsWith("/v1/brands/" + created.jsonPath().getString("id")))
                .body("status", equalTo("ACTIVE"));
        BrandChanged told = told(created.jsonPath().getUUID("id"), 0);
        assertThat(told.name()).isEqualTo("Onda");
        assertThat(told.status()).isEqualTo(BrandStatus.ACTIVE);
    }

    @Test
    void theContactIsForTheBrandItselfAndOperatorsOnly() {
        UUID id = Fixtures.brand();

        Api.anonymous().get("/v1/brands/{id}", id).then().statusCode(200).body("contactEmail", nullValue());
        Api.as(Tokens.brand(UUID.randomUUID()))
                .get("/v1/brands/{id}", id)
                .then()
                .body("contactEmail", nullValue());
        Api.as(Tokens.brand(id)).get("/v1/brands/{id}", id).then().body("contactEmail", equalTo("office@example.com"));
    }

    @Test
    void aSuspensionAndAReinstatementAreToldOnceEach() {
        UUID id = Fixtures.brand();

        change(id, "suspend").then().statusCode(200).header("ETag", "\"1\"").body("status", equalTo("SUSPENDED"));
        change(id, "suspend").then().statusCode(200).header("ETag", "\"1\"");
        change(id, "reinstate").then().statusCode(200).header("ETag", "\"2\"").body("status", equalTo("ACTIVE"));

        assertThat(told(id, 1).status()).isEqualTo(BrandStatus.SUSPENDED);
        assertThat(told(id, 2).status()).isEqualTo(BrandStatus.ACTIVE);
    }

    @Test
    void brandsComeInPagesInTheOrderOfTheirRegistration() {
        UUID first = Fixtures.brand("First");
        UUID second = Fixtures.brand("Second");

        JsonPath page = Api.anonymous().get("/v1/brands?limit=1").jsonPath();
        int found = 0;
        while (page.getString("nextCursor") != null) {
            found += page.getUUID("items[0].id").equals(first) ? 1 : 0;
            page = Api.anonymous()
                    .get("/v1/brands?limit=1&cursor={cursor}", page.getString("nextCursor"))
                    .jsonPath();
        }

        assertThat(found).isEqualTo(1);
        assertThat(page.getUUID("items[0].id")).isEqualTo(second);
    }

    private static Response change(UUID id, String command) {
        return Api.as(Tokens.operator()).post("/v1/brands/{id}/{command}", id, command);
    }

    private static BrandChanged told(UUID id, long sequence) {
        try (KafkaProbe probe = KafkaProbe.fromBeginning("catalog.brands")) {
            return Events.of(
                    BrandChanged.class,
                    probe.await(
                            "brand " + id + " at " + sequence,
                            seen -> id.toString().equals(seen.key())
                                    && Events.of(BrandChanged.class, seen).sequence() == sequence));
        }
    }
}
