package dev.vetrina.gateway.identity;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.vetrina.gateway.GatewayTest;
import dev.vetrina.gateway.Stubs;
import dev.vetrina.testkit.Api;
import dev.vetrina.testkit.identity.Account;
import dev.vetrina.testkit.identity.TestIdentity;
import dev.vetrina.testkit.identity.TokenForge;
import dev.vetrina.testkit.identity.Tokens;
import io.quarkus.oidc.OIDCException;
import io.quarkus.security.AuthenticationFailedException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@GatewayTest
class BearerTokensTest {

    @BeforeEach
    void theServiceAnswers() {
        Stubs.order()
                .does(request ->
                        request.body().onSuccess(body -> request.response().end("{}")));
    }

    @Test
    void aValidTokenIsPassedOnForTheServiceToCheckAgain() {
        String token = Tokens.customer("c1");
        Api.as(token).get("/v1/orders").then().statusCode(200);
        assertThat(Stubs.order().requests().getFirst().getHeader("Authorization"))
                .isEqualTo("Bearer " + token);
        Api.as(token).body("{\"a\":1}").post("/v1/orders").then().statusCode(200);
        // A token beside one that was verified is another token.
        Api.as(token + "x").get("/v1/orders").then().statusCode(401);
    }

    @Test
    void withoutATokenTheServiceDecides() {
        given().get("/v1/orders").then().statusCode(200);
        given().auth().preemptive().basic("a", "b").get("/v1/orders").then().statusCode(200);
        assertThat(Stubs.order().requests()).hasSize(2);
    }

    @Test
    void aTokenThatIsNotValidIsRefusedBeforeTheServiceIsAsked() {
        Map<String, String> tokens = Map.of(
                "expired", forged().expired().token(),
                "for somebody else", forged().withAudience("another-api").token(),
                "of another issuer", forged().withIssuer("https://evil.example").token(),
                "signed by another key", forged().signedByAnotherKey().token(),
                "unsigned", forged().unsigned().token(),
                "tampered with", forged().tampered().token(),
                "no token at all", "nonsense",
                "without claims", "a.b.c",
                "without an end", forged().withoutClaim("exp").tampered().token());
        tokens.forEach((what, token) -> Api.as(token)
                .get("/v1/orders")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", "Bearer error=\"invalid_token\"")
                .contentType("application/problem+json")
                .body("code", equalTo("unauthenticated")));
        Api.as(forged().expired().token())
                .body(new byte[300_000])
                .post("/v1/orders")
                .then()
                .statusCode(401);
        assertThat(Stubs.order().requests()).isEmpty();
    }

    @Test
    void aNewSigningKeyIsTakenWithoutARestart() {
        String before = Tokens.customer("c1");
        TestIdentity.changeKey();

        await().atMost(Duration.ofSeconds(20))
                .until(() -> Api.as(Tokens.customer("c1")).get("/v1/orders").statusCode() == 200);
        Api.as(before).get("/v1/orders").then().statusCode(200);
    }

    @Test
    void clocksMayDifferByAFewSecondsAndByNoMore() {
        Api.as(forged().expiredSecondsAgo(2).token()).get("/v1/orders").then().statusCode(200);
        Api.as(forged().expiredSecondsAgo(20).token()).get("/v1/orders").then().statusCode(401);
    }

    @Test
    void aTokenThatCannotBeCheckedIsNotCalledWrong() {
        assertThat(BearerTokens.providerIsAway(new AuthenticationFailedException(new OIDCException("no keys"))))
                .isTrue();
        assertThat(BearerTokens.providerIsAway(new AuthenticationFailedException(new ConnectException("refused"))))
                .isTrue();
        assertThat(BearerTokens.providerIsAway(new AuthenticationFailedException("expired")))
                .isFalse();
    }

    private static TokenForge forged() {
        return Tokens.forge(Account.customer("c1"));
    }
}
