package dev.vetrina.kit.problem;

import static dev.vetrina.kit.trial.ProblemCheck.onlyViolation;
import static dev.vetrina.kit.trial.ProblemCheck.problem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vetrina.testkit.Api;
import dev.vetrina.testkit.identity.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

/** What can be bound but breaks a rule is a 422 that lists every rule, by the names that the client uses. */
@QuarkusTest
class InvalidInputTest {

    @Test
    void everyBrokenRuleIsListedByItsPath() {
        var document = problem(post("{\"name\":\" \",\"lines\":[{\"quantity\":0}]}"), 422, "invalid-input");

        assertThat(document.getList("violations.field", String.class))
                .containsExactly("lines[0].quantity", "lines[0].variantId", "name");
        assertThat(document.getList("violations.message", String.class))
                .containsExactly("must be greater than or equal to 1", "must not be null", "must not be blank");
    }

    @Test
    void aTextThatIsTooLongAndAListThatIsTooLongAreInvalid() {
        onlyViolation(
                problem(post("{\"name\":\"" + "x".repeat(81) + "\",\"lines\":[]}"), 422, "invalid-input"), "name");
        onlyViolation(
                problem(
                        post("{\"name\":\"a\",\"lines\":[" + line() + "," + line() + "," + line() + "," + line()
                                + "]}"),
                        422,
                        "invalid-input"),
                "lines");
    }

    @Test
    void aMissingBodyIsInvalid() {
        onlyViolation(problem(post("null"), 422, "invalid-input"), "body");
        onlyViolation(problem(post(""), 422, "invalid-input"), "body");
    }

    @Test
    void parametersAreNamedAsInTheUrl() {
        onlyViolation(problem(Api.anonymous().get("/v1/trials?limit=0"), 422, "invalid-input"), "limit");
        onlyViolation(problem(Api.anonymous().get("/v1/trials?limit=201"), 422, "invalid-input"), "limit");
        onlyViolation(problem(Api.anonymous().get("/v1/trials/by-colour?name=toolong"), 422, "invalid-input"), "name");
    }

    @Test
    void aRefusalCarriesItsOwnMembers() {
        var document = problem(Api.anonymous().get("/v1/trials/failing/conflict"), 409, "sold-out");
        assertThat(document.getInt("left")).isZero();
        assertThat(document.getString("detail")).isEqualTo("Nothing is left.");
    }

    private static String line() {
        return "{\"variantId\":\"0198c0de-0000-7000-8000-000000000000\",\"quantity\":1}";
    }

    private static Response post(String body) {
        return Api.as(Tokens.operator())
                .header("Idempotency-Key", Api.idempotencyKey())
                .body(body)
                .post("/v1/trials");
    }
}
