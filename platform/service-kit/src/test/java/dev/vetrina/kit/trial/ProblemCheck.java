package dev.vetrina.kit.trial;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;

/** What every problem document of every service looks like. */
public final class ProblemCheck {

    private ProblemCheck() {}

    /** @return the document, for what is particular about it */
    public static JsonPath problem(Response answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        JsonPath document = answer.jsonPath();
        assertThat(document.getInt("status")).isEqualTo(status);
        assertThat(document.getString("code")).isEqualTo(code);
        assertThat(document.getString("type")).isEqualTo("https://vetrina.dev/problems/" + code);
        assertThat(document.getString("title")).isNotBlank();
        assertThat(document.getString("instance")).startsWith("/");
        assertThat(answer.header("X-Request-Id")).isNotBlank();
        assertThat(answer.header("traceparent")).startsWith("00-");
        assertThat(answer.asString())
                .doesNotContainIgnoringCase("exception", "dev.vetrina.", "java.", "select ", "sqlstate");
        return document;
    }

    /** The problem names this field, and only it. */
    public static String onlyViolation(JsonPath document, String field) {
        assertThat(document.getList("violations.field", String.class)).containsExactly(field);
        return document.getString("violations[0].message");
    }
}
