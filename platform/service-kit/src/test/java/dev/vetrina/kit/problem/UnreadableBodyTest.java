package dev.vetrina.kit.problem;

import static dev.vetrina.kit.trial.ProblemCheck.onlyViolation;
import static dev.vetrina.kit.trial.ProblemCheck.problem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vetrina.testkit.Api;
import dev.vetrina.testkit.identity.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A body that cannot be bound is a 400 that says where. */
@QuarkusTest
class UnreadableBodyTest {

    private static final String LINES = ",\"lines\":[]}";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{\"name\":}",
                "{'name':'a'}",
                "nonsense",
                "{\"name\":\"a\",\"lines\":[]} {}",
                "{\"name\":\"a\"]"
            })
    void jsonThatIsNotWellFormedOrDoesNotEndIsMalformed(String body) {
        assertThat(problem(post(body), 400, "malformed-json").getString("detail"))
                .isNotBlank();
    }

    @Test
    void theSecondKeyOfOneNameIsMalformed() {
        problem(post("{\"name\":\"a\",\"name\":\"b\"" + LINES), 400, "malformed-json");
    }

    @Test
    void textThatIsNotUtf8IsMalformed() {
        byte[] latin = ("{\"name\":\"caf\u00e9\"" + LINES).getBytes(StandardCharsets.ISO_8859_1);
        problem(request().body(latin).post("/v1/trials"), 400, "malformed-json");
    }

    @Test
    void aFieldThatNobodyKnowsIsNamed() {
        onlyViolation(problem(post("{\"nmae\":\"a\"" + LINES), 400, "unknown-field"), "nmae");
        String nested = "{\"name\":\"a\",\"lines\":[{\"quantity\":1},{\"quantity\":1,\"colour\":1}]}";
        onlyViolation(problem(post(nested), 400, "unknown-field"), "lines[1].colour");
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.0", "\"3\"", "3.5", "true", "null", "[3]", "{}", "99999999999", "\"\""})
    void onlyAnIntegerIsAnInteger(String quantity) {
        String body = "{\"name\":\"a\",\"lines\":[{\"quantity\":" + quantity + "}]}";
        onlyViolation(problem(post(body), 400, "wrong-type"), "lines[0].quantity");
    }

    @Test
    void aMissingIntegerIsNotZero() {
        String body = "{\"name\":\"a\",\"lines\":[{\"variantId\":\"0198c0de-0000-7000-8000-000000000000\"}]}";
        String message = onlyViolation(problem(post(body), 400, "wrong-type"), "lines[0].quantity");
        assertThat(message).isEqualTo("must be an integer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "true", "[\"a\"]", "{}"})
    void onlyATextIsAText(String name) {
        onlyViolation(problem(post("{\"name\":" + name + LINES), 400, "wrong-type"), "name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "\"\"", "\"BLUE\"", "\"red\"", "0", "\" RED\"", "\"RED \"", "\"RED\\u0000\""})
    void anEnumIsOneOfItsNames(String colour) {
        String message = onlyViolation(
                problem(post("{\"name\":\"a\",\"colour\":" + colour + LINES), 400, "wrong-type"), "colour");
        assertThat(message).isEqualTo("must be one of RED, GREEN");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "5",
                "\"5\"",
                "\"\"",
                "\"2026-01-01\"",
                "\"2026-01-01T00:00:00\"",
                "\"+99999-01-01T00:00:00Z\"",
                "1.5"
            })
    void aTimeIsATextWithAnOffset(String time) {
        onlyViolation(problem(post("{\"name\":\"a\",\"dueAt\":" + time + LINES), 400, "wrong-type"), "dueAt");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "\"7\"", "7", "\"0198c0de-0000-7000-8000-00000000000\""})
    void anIdIsAUuid(String id) {
        String body = "{\"name\":\"a\",\"lines\":[{\"quantity\":1,\"variantId\":" + id + "}]}";
        onlyViolation(problem(post(body), 400, "wrong-type"), "lines[0].variantId");
    }

    @ParameterizedTest
    @CsvSource({"'\\u0000', U+0000", "'\\ud800', surrogate", "'\\udc00\\ud800', surrogate"})
    void whatPostgreSqlCannotStoreIsRefusedBeforeItGetsThere(String character, String reason) {
        var document = problem(post("{\"name\":\"a" + character + "\"" + LINES), 400, "invalid-character");
        onlyViolation(document, "name");
        assertThat(document.getString("detail")).contains(reason);
    }

    @Test
    void anythingButAnObjectIsTheWrongType() {
        onlyViolation(problem(post("[]"), 400, "wrong-type"), "body");
        onlyViolation(problem(post("\"name\""), 400, "wrong-type"), "body");
    }

    @Test
    void anEmojiAndATimeWithAnyOffsetAreFine() {
        String body = "{\"name\":\"\ud83d\udc57 dress\",\"dueAt\":\"2026-01-01T01:00:00+01:00\"" + LINES;
        assertThat(post(body).statusCode()).isEqualTo(201);
    }

    private static Response post(String body) {
        return request().body(body).post("/v1/trials");
    }

    private static io.restassured.specification.RequestSpecification request() {
        return Api.as(Tokens.operator()).header("Idempotency-Key", Api.idempotencyKey());
    }
}
