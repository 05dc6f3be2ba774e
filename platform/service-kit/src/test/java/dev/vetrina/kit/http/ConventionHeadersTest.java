package dev.vetrina.kit.http;

import static dev.vetrina.kit.trial.ProblemCheck.problem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vetrina.testkit.Api;
import dev.vetrina.testkit.identity.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ConventionHeadersTest {

    @Test
    void whatWasCreatedHasALocationAndAVersion() {
        Response created = create();
        String id = created.jsonPath().getString("id");

        assertThat(created.header("Location")).isEqualTo("/v1/trials/" + id);
        assertThat(created.header("ETag")).isEqualTo("\"0\"");
        assertThat(Api.anonymous().get(created.header("Location")).header("ETag"))
                .isEqualTo("\"0\"");
    }

    @Test
    void whoeverEditsNamesTheVersionTheySaw() {
        String location = create().header("Location");

        problem(rename(location, null), 428, "precondition-required");
        Response renamed = rename(location, "\"0\"");
        assertThat(renamed.statusCode()).isEqualTo(200);
        assertThat(renamed.header("ETag")).isEqualTo("\"1\"");
        Response stale = rename(location, "\"0\"");
        problem(stale, 412, "stale-version");
        assertThat(stale.header("ETag")).isEqualTo("\"1\"");
        problem(rename(location, "W/\"1\""), 412, "stale-version");
    }

    @Test
    void aRequestIdOfTheCallerIsKept() {
        assertThat(Api.anonymous()
                        .header("X-Request-Id", "checkout-7.a_b")
                        .get("/v1/trials")
                        .header("X-Request-Id"))
                .isEqualTo("checkout-7.a_b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "with space", "quote\"", "{json}"})
    void aRequestIdThatIsNotFitForALogIsReplaced(String id) {
        assertThat(Api.anonymous().header("X-Request-Id", id).get("/v1/trials").header("X-Request-Id"))
                .hasSize(36)
                .isNotEqualTo(id);
    }

    @Test
    void anAnswerContinuesTheTraceOfItsRequest() {
        String trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        String given = "00-" + trace + "-00f067aa0ba902b7-01";

        assertThat(Api.anonymous()
                        .header("traceparent", given)
                        .get("/v1/trials")
                        .header("traceparent"))
                .startsWith("00-" + trace + "-")
                .isNotEqualTo(given);
    }

    @Test
    void anAnswerWithoutATraceBeginsOne() {
        assertThat(Api.anonymous().get("/v1/trials").header("traceparent"))
                .matches("00-[0-9a-f]{32}-[0-9a-f]{16}-0[01]");
    }

    private static Response create() {
        String name = Api.idempotencyKey();
        return Api.as(Tokens.operator())
                .header("Idempotency-Key", name)
                .body("{\"name\":\"" + name + "\",\"lines\":[]}")
                .post("/v1/trials");
    }

    private static Response rename(String location, @Nullable String ifMatch) {
        var request = Api.as(Tokens.operator()).body("{\"name\":\"" + Api.idempotencyKey() + "\",\"lines\":[]}");
        return (ifMatch == null ? request : request.header("If-Match", ifMatch)).put(location);
    }
}
