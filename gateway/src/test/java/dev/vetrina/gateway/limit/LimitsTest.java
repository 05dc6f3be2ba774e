package dev.vetrina.gateway.limit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.startsWith;

import dev.vetrina.gateway.GatewayTest;
import dev.vetrina.gateway.Stubs;
import dev.vetrina.testkit.Api;
import dev.vetrina.testkit.identity.Account;
import dev.vetrina.testkit.identity.Tokens;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@GatewayTest
class LimitsTest {

    private static final String IMPORTS = "/v1/catalog-imports?market=GB";

    @Inject
    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    @Inject
    @ConfigProperty(name = "vetrina.limits.refused-tokens")
    Quota refusedTokens;

    @BeforeEach
    void servicesAnswer() {
        Stubs.catalog()
                .does(request ->
                        request.body().onSuccess(body -> request.response().end("{}")));
        Stubs.order().does(request -> request.response().end("{}"));
    }

    @Test
    void everyAnswerTellsTheLimitAndWhatIsLeftOfIt() {
        given().get("/v1/brands")
                .then()
                .header("RateLimit-Policy", startsWith("\"anonymous-reads\";q="))
                .header("RateLimit", matchesPattern("\"anonymous-reads\";r=[0-9]+;t=[0-9]+"));
        String user = fresh();
        Api.as(user).get("/v1/brands").then().header("RateLimit", matchesPattern("\"reads\";r=299[0-9];t=1"));
        Api.as(user).get("/v1/brands").then().header("RateLimit", matchesPattern("\"reads\";r=299[0-9];t=1"));
        Api.as(user).body("{}").post("/v1/orders").then().header("RateLimit", "\"checkout\";r=119;t=1");
    }

    @Test
    void whoHasUsedUpALimitIsToldWhichAndWhenToComeBackAndNobodyElseIsHeldUp() {
        String importing = Tokens.brand(UUID.randomUUID());
        for (int i = 0; i < 30; i++) {
            Api.as(importing).body("x").post(IMPORTS).then().statusCode(200);
        }
        int asked = Stubs.catalog().requests().size();

        Api.as(importing)
                .body("x")
                .post(IMPORTS)
                .then()
                .statusCode(429)
                .contentType("application/problem+json")
                .header("Retry-After", matchesPattern("[12]"))
                .header("RateLimit-Policy", "\"imports\";q=30;w=60")
                .header("RateLimit", matchesPattern("\"imports\";r=0;t=[12]"))
                .header("Cache-Control", "no-store")
                .body("code", equalTo("too-many-requests"))
                .body("violated-policies", contains("imports"));
        assertThat(Stubs.catalog().requests()).hasSize(asked);

        Api.as(importing).get("/v1/catalog-imports/1").then().statusCode(200);
        Api.as(Tokens.brand(UUID.randomUUID())).body("x").post(IMPORTS).then().statusCode(200);
    }

    @Test
    void anAddressThatTriesTooManyWrongTokensIsNotLookedAtAnyMoreButMayStillAskWithoutOne() throws Exception {
        HttpClient guessing = from("127.0.0.9");
        useUp(guessing, "Bearer wrong");
        assertThat(statusOf(guessing, "Bearer " + fresh())).isEqualTo(429);
        assertThat(statusOf(guessing, null)).isEqualTo(200);
        Api.as(fresh()).get("/v1/brands").then().statusCode(200);
        guessing.close();
    }

    @Test
    void whoeverTriesExpiredTokensIsToldSoHoweverOftenAndLocksNobodyOutBehindTheSameAddress() throws Exception {
        HttpClient room = from("127.0.0.10");
        String expired = Tokens.forge(Account.customer("c1")).expired().token();
        for (int i = 0; i < 2 * refusedTokens.requests(); i++) {
            assertThat(statusOf(room, "Bearer " + expired)).isEqualTo(401);
        }
        assertThat(statusOf(room, "Bearer " + fresh())).isEqualTo(200);
        room.close();
    }

    @Test
    void whoWasAtAnAddressBeforeIsNotLockedOutByWrongTokensFromThereNotEvenWithANewToken() throws Exception {
        HttpClient room = from("127.0.0.11");
        String creator = UUID.randomUUID().toString();
        String token = Tokens.creator(creator);
        assertThat(statusOf(room, "Bearer " + token)).isEqualTo(200);
        useUp(room, "Bearer wrong");

        assertThat(statusOf(room, "Bearer " + token)).isEqualTo(200);
        assertThat(statusOf(room, "Bearer " + Tokens.creator(creator))).isEqualTo(200);
        assertThat(statusOf(room, "Bearer " + fresh())).isEqualTo(429);

        // Whoever knows its subject may use up that one's attempts, and no others.
        useUp(
                room,
                "Bearer "
                        + Tokens.forge(Account.creator(creator))
                                .signedByAnotherKey()
                                .token());
        assertThat(statusOf(room, "Bearer " + Tokens.creator(creator))).isEqualTo(429);
        assertThat(statusOf(room, "Bearer " + token)).isEqualTo(200);
        room.close();
    }

    @Test
    void refusalsAreCountedByPolicy() {
        String importing = Tokens.brand(UUID.randomUUID());
        for (int i = 0; i < 31; i++) {
            Api.as(importing).body("x").post(IMPORTS);
        }
        assertThat(given().get("/q/metrics").asString()).contains("vetrina_limits_refused_total{policy=\"imports\"}");
    }

    /** The whole network 127.0.0.0/8 is this machine. */
    private static HttpClient from(String address) {
        return HttpClient.newBuilder()
                .localAddress(InetAddress.ofLiteral(address))
                .build();
    }

    private void useUp(HttpClient client, String wrong) throws Exception {
        for (int i = 0; i < refusedTokens.requests(); i++) {
            assertThat(statusOf(client, wrong)).isEqualTo(401);
        }
        assertThat(statusOf(client, wrong)).isEqualTo(429);
    }

    private int statusOf(HttpClient client, @Nullable String authorization) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/v1/brands"))
                .timeout(Duration.ofSeconds(20));
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        return client.send(request.build(), BodyHandlers.discarding()).statusCode();
    }

    private static String fresh() {
        return Tokens.customer(UUID.randomUUID().toString());
    }
}
