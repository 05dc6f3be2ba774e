package dev.vetrina.kit.problem;

import static dev.vetrina.kit.trial.ProblemCheck.problem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vetrina.testkit.Api;
import dev.vetrina.testkit.identity.Account;
import dev.vetrina.testkit.identity.TokenForge;
import dev.vetrina.testkit.identity.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class AccessTest {

    private static final String OPERATORS_ONLY = "/v1/operations/trial/outbox";

    @Test
    void whoeverSendsNoTokenIsToldToSendOne() {
        var answer = Api.anonymous().get(OPERATORS_ONLY);
        problem(answer, 401, "unauthenticated");
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("spoiltTokens")
    void aTokenWithSomethingWrongInItIsNoToken(String what, UnaryOperator<TokenForge> spoil) {
        String token = spoil.apply(Tokens.forge(Account.operator())).token();
        var answer = Api.as(token).get(OPERATORS_ONLY);
        problem(answer, 401, "unauthenticated");
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer error=\"invalid_token\"");
    }

    static Stream<Arguments> spoiltTokens() {
        return Stream.of(
                spoilt("expired", TokenForge::expired),
                spoilt("for another audience", forge -> forge.withAudience("somebody-else")),
                spoilt("of another issuer", forge -> forge.withIssuer("https://evil.example")),
                spoilt("tampered with", TokenForge::tampered),
                spoilt("signed by another key", TokenForge::signedByAnotherKey),
                spoilt("with alg none", TokenForge::unsigned));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer", "Bearer ", "Bearer nonsense", "Bearer a.b.c", "Basic b3BlcmF0b3I6b3BlcmF0b3I="})
    void whatIsNoTokenAtAllIsNoToken(String authorization) {
        problem(Api.anonymous().header("Authorization", authorization).get(OPERATORS_ONLY), 401, "unauthenticated");
    }

    @Test
    void aTokenWithoutTheRoleIsForbidden() {
        problem(Api.as(Tokens.customer("c-1")).get(OPERATORS_ONLY), 403, "forbidden");
        assertThat(Api.as(Tokens.operator()).get(OPERATORS_ONLY).statusCode()).isEqualTo(200);
    }

    @Test
    void anotherServicesOperationsAreNotHere() {
        problem(Api.as(Tokens.operator()).get("/v1/operations/another/outbox"), 404, "not-found");
        problem(Api.as(Tokens.operator()).get("/v1/operations/another/dead-letters"), 404, "not-found");
    }

    private static Arguments spoilt(String what, UnaryOperator<TokenForge> spoil) {
        return Arguments.of(what, spoil);
    }
}
