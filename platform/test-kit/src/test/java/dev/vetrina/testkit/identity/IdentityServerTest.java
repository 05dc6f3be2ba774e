package dev.vetrina.testkit.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwk.HttpsJwks;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.HttpsJwksVerificationKeyResolver;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdentityServerTest {

    private static final IdentityServer SERVER = IdentityServer.start()
            .addClient("acme-sync", "correct-secret", Account.brand("acme").withScopes("catalog:write", "orders:read"))
            .addUsers("demo", Pattern.compile("buyer-\\d{1,3}"), "demo-password", Account::customer);

    @TempDir
    Path directory = Path.of("");

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Test
    void aMintedTokenVerifiesAgainstThePublishedKeys() throws Exception {
        JwtClaims claims = verified(SERVER, SERVER.token(Account.brand("acme")));

        assertThat(claims.getSubject()).isEqualTo("brand-acme");
        assertThat(claims.getStringListClaimValue("roles")).containsExactly("brand");
        assertThat(claims.getStringClaimValue("brand_id")).isEqualTo("acme");
        assertThat(claims.getStringClaimValue("scope")).contains("inventory:write");
        assertThat(claims.getExpirationTime().getValue() - claims.getIssuedAt().getValue())
                .isEqualTo(300);
    }

    @Test
    void aClientGetsATokenForItsCredentialsInEitherForm() throws Exception {
        String fromForm = token(Map.of(
                "grant_type", "client_credentials", "client_id", "acme-sync", "client_secret", "correct-secret"));
        String fromHeader = RestAssured.given()
                .auth()
                .preemptive()
                .basic("acme-sync", "correct-secret")
                .formParam("grant_type", "client_credentials")
                .formParam("scope", "orders:read")
                .post(SERVER.tokenEndpoint())
                .path("access_token");

        assertThat(verified(SERVER, fromForm).getStringClaimValue("scope")).isEqualTo("catalog:write orders:read");
        assertThat(verified(SERVER, fromForm).getStringClaimValue("azp")).isEqualTo("acme-sync");
        assertThat(verified(SERVER, fromHeader).getStringClaimValue("scope")).isEqualTo("orders:read");
    }

    @Test
    void aWrongSecretIsRefused() {
        Response refused =
                ask(Map.of("grant_type", "client_credentials", "client_id", "acme-sync", "client_secret", "guessed"));

        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.<String>path("error")).isEqualTo("invalid_client");
    }

    @Test
    void aScopeBeyondTheClientsOwnIsRefused() {
        Response refused = ask(Map.of(
                "grant_type",
                "client_credentials",
                "client_id",
                "acme-sync",
                "client_secret",
                "correct-secret",
                "scope",
                "finance:read"));

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.<String>path("error")).isEqualTo("invalid_scope");
    }

    @Test
    void everyBuyerOfTheDemoSignsInAndNobodyElseDoes() throws Exception {
        String token = token(signIn("buyer-17", "demo-password"));

        assertThat(verified(SERVER, token).getSubject()).isEqualTo("buyer-17");
        assertThat(ask(signIn("operator", "demo-password")).statusCode()).isEqualTo(400);
        assertThat(ask(signIn("buyer-17", "guessed")).statusCode()).isEqualTo(400);
    }

    @Test
    void aKeyInAFileKeepsTokensValidOverARestart() throws Exception {
        Path keyFile = directory.resolve("signing-key.json");
        String token;
        int port;
        try (var before = IdentityServer.start(0, keyFile)) {
            token = before.token(Account.operator());
            port = java.net.URI.create(before.issuer()).getPort();
        }
        try (var after = IdentityServer.start(port, keyFile)) {
            assertThat(verified(after, token).getSubject()).isEqualTo("operator");
        }
    }

    @Test
    void aNewKeyTakesOverWhileTokensOfTheOldOneStayGood() throws Exception {
        try (var server = IdentityServer.start()) {
            String before = server.token(Account.operator());
            server.changeKey();
            String after = server.token(Account.finance());

            assertThat(verified(server, before).getSubject()).isEqualTo("operator");
            assertThat(verified(server, after).getSubject()).isEqualTo("finance");
            assertThat(RestAssured.get(server.jwksUri()).<List<String>>path("keys.kid"))
                    .containsExactly("vetrina-2", "vetrina-1");
        }
    }

    @Test
    void clientsOfTheAdministrationAreThereAfterARestart() {
        Path keyFile = directory.resolve("key-beside-clients.json");
        Map<String, Object> client = Map.of("clientId", "acme", "secret", "correct-secret");
        try (var before = IdentityServer.start(0, keyFile).addAdministrator("admin", "s")) {
            assertThat(create(before, client)).isEqualTo(201);
            assertThat(create(before, client)).isEqualTo(409);
        }
        try (var after = IdentityServer.start(0, keyFile)) {
            assertThat(signIn(after, "acme", "correct-secret").statusCode()).isEqualTo(200);
            assertThat(signIn(after, "acme", "guessed").statusCode()).isEqualTo(401);
        }
    }

    @Test
    void onlyAnAdministratorMakesClients() {
        SERVER.addAdministrator("admin", "s");
        String partner = signIn(SERVER, "acme-sync", "correct-secret").path("access_token");

        assertThat(RestAssured.given()
                        .auth()
                        .oauth2(partner)
                        .contentType("application/json")
                        .body("{}")
                        .post(clients(SERVER))
                        .statusCode())
                .isEqualTo(403);
        assertThat(RestAssured.get(clients(SERVER)).statusCode()).isEqualTo(401);
    }

    private static int create(IdentityServer server, Map<String, Object> client) {
        return RestAssured.given()
                .auth()
                .oauth2(signIn(server, "admin", "s").path("access_token"))
                .contentType("application/json")
                .body(JsonUtil.toJson(client))
                .post(clients(server))
                .statusCode();
    }

    private static String clients(IdentityServer server) {
        return server.issuer().replace("/realms/", "/admin/realms/") + "/clients";
    }

    private static Response signIn(IdentityServer server, String clientId, String secret) {
        return RestAssured.given()
                .formParams(Map.of("grant_type", "client_credentials", "client_id", clientId, "client_secret", secret))
                .post(server.tokenEndpoint());
    }

    @Test
    void theDiscoveryDocumentLeadsToTheKeys() {
        Response discovery = RestAssured.get(SERVER.issuer() + "/.well-known/openid-configuration");

        assertThat(discovery.<String>path("issuer")).isEqualTo(SERVER.issuer());
        assertThat(RestAssured.get(discovery.<String>path("jwks_uri")).<String>path("keys[0].crv"))
                .isEqualTo("P-256");
        assertThat(RestAssured.get(SERVER.jwksUri()).asString()).doesNotContain("\"d\"");
    }

    @Test
    void forgedTokensDoNotVerify() throws Exception {
        Account account = Account.customer("mallory");
        verifiedByTestIdentity(Tokens.of(account));

        refused(Tokens.forge(account).expired());
        refused(Tokens.forge(account).withAudience("another-api"));
        refused(Tokens.forge(account).withIssuer("http://127.0.0.1/realms/elsewhere"));
        refused(Tokens.forge(account).signedByAnotherKey());
        refused(Tokens.forge(account).unsigned());
        refused(Tokens.forge(account).tampered());
    }

    private static void refused(TokenForge forge) {
        assertThatThrownBy(() -> verifiedByTestIdentity(forge.token())).isInstanceOf(InvalidJwtException.class);
    }

    private static Map<String, String> signIn(String name, String password) {
        return Map.of("grant_type", "password", "client_id", "demo", "username", name, "password", password);
    }

    private static String token(Map<String, String> form) {
        return ask(form).path("access_token");
    }

    private static Response ask(Map<String, String> form) {
        return RestAssured.given().formParams(form).post(SERVER.tokenEndpoint());
    }

    private static JwtClaims verifiedByTestIdentity(String token) throws InvalidJwtException {
        return verified(TestIdentity.issuer(), TestIdentity.issuer() + "/protocol/openid-connect/certs", token);
    }

    private static JwtClaims verified(IdentityServer server, String token) throws InvalidJwtException {
        return verified(server.issuer(), server.jwksUri(), token);
    }

    private static JwtClaims verified(String issuer, String keys, String token) throws InvalidJwtException {
        JwtConsumer consumer = new JwtConsumerBuilder()
                .setVerificationKeyResolver(new HttpsJwksVerificationKeyResolver(new HttpsJwks(keys)))
                .setExpectedIssuer(issuer)
                .setExpectedAudience("vetrina-api")
                .setRequireExpirationTime()
                .build();
        return consumer.processToClaims(token);
    }
}
