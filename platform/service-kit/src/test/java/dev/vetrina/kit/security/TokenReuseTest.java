package dev.vetrina.kit.security;

import static dev.vetrina.kit.trial.ProblemCheck.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vetrina.testkit.Api;
import dev.vetrina.testkit.MovableClock;
import dev.vetrina.testkit.identity.Account;
import dev.vetrina.testkit.identity.Tokens;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A token that was verified is not verified again, and nothing passes that would not pass without that. */
@QuarkusTest
class TokenReuseTest {

    private static final String OPERATORS_ONLY = "/v1/operations/trial/outbox";

    @Inject
    VerifiedTokens verified;

    @Inject
    MovableClock clock;

    @AfterEach
    void resetTheClock() {
        clock.reset();
    }

    @Test
    void theBearerOfAVerifiedTokenIsKnownWithTheSameRoles() {
        String operator = Tokens.operator();
        String customer = Tokens.customer("c-1");
        for (int time = 1; time <= 3; time++) {
            assertThat(status(operator)).isEqualTo(200);
            problem(Api.as(customer).get(OPERATORS_ONLY), 403, "forbidden");
        }
        assertThat(known(operator))
                .map(SecurityIdentity::getRoles)
                .hasValueSatisfying(roles -> assertThat(roles).containsExactly("operator"));
        assertThat(known(customer)).isPresent();
    }

    @Test
    void nothingOfTheRequestIsKept() {
        String token = Tokens.operator();
        assertThat(status(token)).isEqualTo(200);
        assertThat(known(token).orElseThrow().getAttributes().values())
                .doesNotHaveAnyElementsOfTypes(RoutingContext.class, AuthenticationRequestContext.class);
    }

    @Test
    void aTokenIsNotKeptLongerBecauseItIsUsed() {
        String token = Tokens.operator();
        assertThat(status(token)).isEqualTo(200);
        clock.advance(Duration.ofSeconds(40));
        assertThat(status(token)).isEqualTo(200);
        clock.advance(Duration.ofSeconds(40));
        assertThat(known(token)).isEmpty();
    }

    @Test
    void aTokenThatWasKnownIsRefusedOnceItHasExpired() {
        long end = clock.instant().plusSeconds(3).getEpochSecond();
        String token = Tokens.forge(Account.operator()).withClaim("exp", end).token();
        assertThat(status(token)).isEqualTo(200);
        assertThat(known(token)).isPresent();
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> problem(Api.as(token).get(OPERATORS_ONLY), 401, "unauthenticated"));
        assertThat(clock.instant().getEpochSecond()).isGreaterThanOrEqualTo(end);
        assertThat(known(token)).isEmpty();
    }

    @Test
    void aKnownPayloadUnderAnotherSignatureIsRefused() {
        String token = Tokens.operator();
        assertThat(status(token)).isEqualTo(200);
        String payload = token.substring(0, token.lastIndexOf('.') + 1);
        String stranger = Tokens.forge(Account.operator()).signedByAnotherKey().token();
        for (String signature : new String[] {stranger.substring(stranger.lastIndexOf('.') + 1), "AAAA", ""}) {
            problem(Api.as(payload + signature).get(OPERATORS_ONLY), 401, "unauthenticated");
            assertThat(known(payload + signature)).isEmpty();
        }
        problem(Api.as(token + "x").get(OPERATORS_ONLY), 401, "unauthenticated");
    }

    @Test
    void aRefusedTokenIsRefusedEveryTime() {
        assertThat(status(Tokens.operator())).isEqualTo(200);
        String elsewhere =
                Tokens.forge(Account.operator()).withAudience("another-api").token();
        for (int time = 1; time <= 2; time++) {
            problem(Api.as(elsewhere).get(OPERATORS_ONLY), 401, "unauthenticated");
            assertThat(known(elsewhere)).isEmpty();
        }
    }

    private static int status(String token) {
        return Api.as(token).get(OPERATORS_ONLY).statusCode();
    }

    private Optional<SecurityIdentity> known(String token) {
        return verified.bearer(new VerifiedTokens.Key("Default", token));
    }
}
