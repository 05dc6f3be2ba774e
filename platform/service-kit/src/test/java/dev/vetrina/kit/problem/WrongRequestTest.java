package dev.vetrina.kit.problem;

import static dev.vetrina.kit.trial.ProblemCheck.onlyViolation;
import static dev.vetrina.kit.trial.ProblemCheck.problem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vetrina.testkit.Api;
import dev.vetrina.testkit.identity.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that are wrong before anybody looks at their body. */
@QuarkusTest
class WrongRequestTest {

    @ParameterizedTest
    @ValueSource(strings = {"/v1/nothing", "/nothing/at/all", "/v1/trials/not-a-uuid", "/v1/trials/7"})
    void whatCannotExistIsNotFound(String path) {
        problem(Api.anonymous().get(path), 404, "not-found");
    }

    @Test
    void whatDoesNotExistIsNotFoundAndNamed() {
        String id = "0198c0de-0000-7000-8000-000000000000";
        assertThat(problem(Api.anonymous().get("/v1/trials/" + id), 404, "not-found")
                        .getString("detail"))
                .isEqualTo("There is no trial " + id + ".");
    }

    @Test
    void anotherMethodIsNotAllowed() {
        problem(Api.anonymous().delete("/v1/trials"), 405, "method-not-allowed");
    }

    @Test
    void onlyJsonIsAnswered() {
        problem(RestAssured.given().accept("image/png").get("/v1/trials"), 406, "not-acceptable");
    }

    @Test
    void onlyJsonIsTaken() {
        problem(
                Api.as(Tokens.operator())
                        .header("Idempotency-Key", Api.idempotencyKey())
                        .contentType(ContentType.XML)
                        .body("<trial/>")
                        .post("/v1/trials"),
                415,
                "unsupported-media-type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/trials/%00", "/v1/trials?cursor=%00", "/v1/tri%00als"})
    void aZeroCharacterInTheUrlIsRefused(String path) {
        problem(RestAssured.given().urlEncodingEnabled(false).get(path), 400, "invalid-character");
    }

    @ParameterizedTest
    @CsvSource({
        "limit=abc, /v1/trials, limit, must be an integer",
        "limit=1.0, /v1/trials, limit, must be an integer",
        "brandId=7, /v1/trials/by-colour, brandId, must be a UUID",
        "colour=BLUE, /v1/trials/by-colour, colour, 'must be one of RED, GREEN'"
    })
    void aQueryParameterOfTheWrongFormIsNamed(String query, String path, String field, String message) {
        var document = problem(Api.anonymous().get(path + "?" + query), 400, "wrong-type");
        assertThat(onlyViolation(document, field)).isEqualTo(message);
    }

    @ParameterizedTest
    @CsvSource({
        "400, bad-request",
        "403, forbidden",
        "404, not-found",
        "413, body-too-large",
        "415, unsupported-media-type"
    })
    void aStatusThatSomethingElseChoseKeepsItAndGetsACode(int status, String code) {
        var answer = Api.anonymous().get("/v1/trials/answering/" + status);
        problem(answer, status, code);
        assertThat(answer.asString()).doesNotContain("internal words");
    }
}
