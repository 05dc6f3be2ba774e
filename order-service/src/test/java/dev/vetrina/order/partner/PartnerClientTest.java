package dev.vetrina.order.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;

import dev.vetrina.events.CatalogEvent.BrandChanged;
import dev.vetrina.events.CatalogEvent.BrandStatus;
import dev.vetrina.kit.id.Ids;
import dev.vetrina.order.Catalogue;
import dev.vetrina.order.OrderServiceTest;
import dev.vetrina.testkit.Api;
import dev.vetrina.testkit.identity.TestIdentity;
import dev.vetrina.testkit.identity.Tokens;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OrderServiceTest
@SuppressWarnings("NullAway.Init")
class PartnerClientTest {

    private UUID brand;

    private final String key = Api.idempotencyKey();

    @BeforeEach
    void aBrandIsKnown() {
        brand = Catalogue.known(1_000).brandId();
    }

    @Test
    void aBrandsSystemReadsItsOrdersWithTheSecretThatIsShownOnce() {
        Response made = create(brand, key);

        made.then().statusCode(201);
        assertThat(made.header("Location")).endsWith("/v1/partner-clients/" + made.path("id"));
        String token = token(made.path("client.clientId"), made.path("clientSecret"))
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
        Api.as(token).get("/v1/orders").then().statusCode(200);
        assertThat(made.<String>path("client.tokenUrl"))
                .isEqualTo(TestIdentity.issuer() + "/protocol/openid-connect/token");
    }

    @Test
    void aRepeatTellsEverythingButTheSecretAndMakesNoSecondClient() {
        Response first = create(brand, key);
        Response again = create(brand, key);

        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(again.<String>path("client.clientId")).isEqualTo(first.path("client.clientId"));
        assertThat(again.<String>path("clientSecret")).isNull();
        operator()
                .queryParam("brandId", brand)
                .get("/v1/partner-clients")
                .then()
                .statusCode(200)
                .body("items.id", equalTo(List.of(first.<String>path("id"))));
        assertThat(token(first.path("client.clientId"), first.path("clientSecret"))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void aNewSecretVoidsTheOldAndARevokedClientIsNotGivenAnother() {
        Response made = create(brand, key);
        String id = made.path("id");
        Response renewed = operator().post("/v1/partner-clients/{id}/rotate-secret", id);
        renewed.then().statusCode(200);
        assertThat(token(made.path("client.clientId"), made.path("clientSecret"))
                        .statusCode())
                .isEqualTo(401);
        assertThat(token(renewed.path("clientId"), renewed.path("clientSecret")).statusCode())
                .isEqualTo(200);

        operator().post("/v1/partner-clients/{id}/revoke", id).then().statusCode(200);
        operator()
                .post("/v1/partner-clients/{id}/revoke", id)
                .then()
                .statusCode(200)
                .body("status", equalTo("REVOKED"));
        assertThat(token(renewed.path("clientId"), renewed.path("clientSecret")).statusCode())
                .isEqualTo(401);
        operator()
                .post("/v1/partner-clients/{id}/rotate-secret", id)
                .then()
                .statusCode(409)
                .body("code", equalTo("partner-client-revoked"));
    }

    @Test
    void aWebhookEndpointComesWithIt() {
        Response made = createWithWebhook(key, "https://93.184.216.34/hooks", "order.paid");

        made.then().statusCode(201);
        assertThat(made.<String>path("webhookSecret")).startsWith("whsec_");
        operator()
                .get("/v1/webhook-endpoints/{id}", made.<String>path("client.webhookEndpointId"))
                .then()
                .statusCode(200)
                .body("brandId", equalTo(brand.toString()));
        Response again = createWithWebhook(key, "https://93.184.216.34/hooks", "order.paid");
        assertThat(again.<String>path("client.webhookEndpointId")).isEqualTo(made.path("client.webhookEndpointId"));
        assertThat(again.<String>path("webhookSecret")).isNull();
    }

    @Test
    void aWebhookThatIsRefusedLeavesNothingBehindAndTheKeyFree() {
        createWithWebhook(key, "https://10.0.0.1/hooks", "order.paid").then().statusCode(422);
        operator()
                .queryParam("brandId", brand)
                .get("/v1/partner-clients")
                .then()
                .body("items.size()", equalTo(0));

        createWithWebhook(key, "https://93.184.216.34/hooks", "order.paid")
                .then()
                .statusCode(201);
    }

    private Response createWithWebhook(String key, String url, String type) {
        return operator()
                .header("Idempotency-Key", key)
                .body(Map.of(
                        "brandId",
                        brand,
                        "name",
                        "ACME warehouse",
                        "scopes",
                        List.of("orders:read"),
                        "webhook",
                        Map.of("url", url, "eventTypes", List.of(type))))
                .post("/v1/partner-clients");
    }

    @Test
    void brandsThatAreUnknownOrSuspendedGetNoAccount() {
        create(UUID.randomUUID(), Api.idempotencyKey()).then().statusCode(404).body("code", equalTo("not-found"));

        Catalogue.publish(new BrandChanged(brand, 9, "Acme", BrandStatus.SUSPENDED));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> create(brand, Api.idempotencyKey())
                        .then()
                        .statusCode(409)
                        .body("code", equalTo("brand-suspended")));
    }

    @Test
    void scopesThatDoNotExistAreNamed() {
        operator()
                .header("Idempotency-Key", key)
                .body(Map.of("brandId", brand, "name", "ERP", "scopes", List.of("orders:read", "everything")))
                .post("/v1/partner-clients")
                .then()
                .statusCode(422)
                .body("violations.field", hasItem(startsWith("scopes[1]")));
    }

    @Test
    void onlyOperatorsHandOutAccounts() {
        Api.as(Tokens.brand(brand))
                .header("Idempotency-Key", key)
                .body(request(brand))
                .post("/v1/partner-clients")
                .then()
                .statusCode(403);
        operator().get("/v1/partner-clients/{id}", Ids.next()).then().statusCode(404);
    }

    private static Response create(UUID brandId, String key) {
        return operator().header("Idempotency-Key", key).body(request(brandId)).post("/v1/partner-clients");
    }

    private static Map<String, Object> request(UUID brandId) {
        return Map.of("brandId", brandId, "name", "ACME warehouse", "scopes", List.of("orders:read"));
    }

    private static RequestSpecification operator() {
        return Api.as(Tokens.operator());
    }

    private static Response token(String clientId, String secret) {
        return RestAssured.given()
                .formParams(Map.of("grant_type", "client_credentials", "client_id", clientId, "client_secret", secret))
                .post(TestIdentity.issuer() + "/protocol/openid-connect/token");
    }
}
