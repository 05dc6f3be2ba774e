package dev.vetrina.order.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vetrina.kit.id.Ids;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jose4j.jwk.HttpsJwks;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.HttpsJwksVerificationKeyResolver;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a partner's client is at the identity provider: the same sentences for the local server and for a real Keycloak. */
class PartnerIdentityTest {

    private static final IdentityUnderTest IDENTITY = IdentityUnderTest.start();
    private static final UUID BRAND = Ids.next();

    private final KeycloakAdmin admin = IDENTITY.admin();
    private final ClientGrant grant = new ClientGrant(
            "partner-" + Ids.next(),
            "ACME warehouse",
            BRAND,
            List.of("inventory:write", "orders:read", "webhooks:manage"));

    @AfterEach
    void takeAway() {
        admin.remove(grant.clientId());
    }

    @AfterAll
    static void stop() {
        IDENTITY.close();
    }

    @Test
    void itsTokenSaysForWhichBrandItActsAndWhatItMayDo() throws Exception {
        String secret = admin.make(grant);

        JwtClaims claims = verified(ask(secret).then().statusCode(200).extract().path("access_token"));

        assertThat(claims.getIssuer()).isEqualTo(IDENTITY.issuer());
        assertThat(claims.getSubject()).isNotBlank();
        assertThat(claims.getStringListClaimValue("roles")).containsExactly("brand");
        assertThat(claims.getStringClaimValue("brand_id")).isEqualTo(BRAND.toString());
        assertThat(claims.getStringClaimValue("scope").split(" ", -1))
                .containsExactlyInAnyOrder("inventory:write", "orders:read", "webhooks:manage");
        assertThat(claims.getExpirationTime().getValue() - claims.getIssuedAt().getValue())
                .isEqualTo(300);
    }

    @Test
    void makingItAgainMakesNoSecondOneAndVoidsTheFirstSecret() {
        String first = admin.make(grant);
        String second = admin.make(grant);

        assertThat(ask(first).statusCode()).isEqualTo(401);
        assertThat(ask(second).statusCode()).isEqualTo(200);
    }

    @Test
    void aNewSecretVoidsTheOldOne() {
        String old = admin.make(grant);
        String renewed = admin.renewSecret(grant.clientId()).orElseThrow();

        assertThat(ask(old).statusCode()).isEqualTo(401);
        assertThat(ask(renewed).statusCode()).isEqualTo(200);
        assertThat(admin.renewSecret("partner-of-nobody")).isEmpty();
    }

    @Test
    void onceRemovedItGetsNoTokenAndCanBeRemovedAgain() {
        String secret = admin.make(grant);
        admin.remove(grant.clientId());
        admin.remove(grant.clientId());

        assertThat(ask(secret).statusCode()).isEqualTo(401);
    }

    @Test
    void itSignsNobodyIn() {
        String secret = admin.make(grant);

        assertThat(RestAssured.given()
                        .formParams(Map.of(
                                "grant_type", "password",
                                "client_id", grant.clientId(),
                                "client_secret", secret,
                                "username", "operator",
                                "password", "vetrina"))
                        .post(IDENTITY.tokenUrl())
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void aWrongSecretOfOursIsToldAsSuch() {
        assertThatThrownBy(() -> IDENTITY.admin("wrong").make(grant))
                .hasMessageContaining("vetrina.identity.admin.client-id");
    }

    private Response ask(String secret) {
        return RestAssured.given()
                .formParams(Map.of(
                        "grant_type", "client_credentials", "client_id", grant.clientId(), "client_secret", secret))
                .post(IDENTITY.tokenUrl());
    }

    private static JwtClaims verified(String token) throws InvalidJwtException {
        return new JwtConsumerBuilder()
                .setVerificationKeyResolver(new HttpsJwksVerificationKeyResolver(new HttpsJwks(IDENTITY.keysUrl())))
                .setExpectedAudience("vetrina-api")
                .setRequireExpirationTime()
                .build()
                .processToClaims(token);
    }
}
