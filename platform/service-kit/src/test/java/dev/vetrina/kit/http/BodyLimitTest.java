package dev.vetrina.kit.http;

import static dev.vetrina.kit.trial.ProblemCheck.problem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vetrina.testkit.Api;
import dev.vetrina.testkit.identity.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class BodyLimitTest {

    private static final int MEBIBYTE = 1 << 20;

    @ParameterizedTest
    @ValueSource(ints = {MEBIBYTE + 1, 10 * MEBIBYTE})
    void aBodyWhoseLengthIsTooLargeIsRefused(int bytes) {
        assertThat(problem(post(bytes), 413, "body-too-large").getInt("maxBytes"))
                .isEqualTo(MEBIBYTE);
    }

    @ParameterizedTest
    @ValueSource(ints = {MEBIBYTE + 1, 10 * MEBIBYTE})
    void aBodyInChunksIsRefusedWhereItPassesTheLimit(int bytes) throws Exception {
        HttpResponse<String> answer = postInChunks("/v1/trials", bytes);

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        JsonPath document = JsonPath.from(answer.body());
        assertThat(document.getString("code")).isEqualTo("body-too-large");
        assertThat(document.getString("instance")).isEqualTo("/v1/trials");
    }

    @Test
    void aBodyOfJustTheLimitIsRead() throws Exception {
        problem(post(MEBIBYTE), 422, "invalid-input");
        assertThat(postInChunks("/v1/trials", MEBIBYTE).statusCode()).isEqualTo(422);
    }

    @Test
    void anOperationMayTakeMore() throws Exception {
        assertThat(postInChunks("/v1/trials/files", 2 * MEBIBYTE).body()).isEqualTo(Integer.toString(2 * MEBIBYTE));
        assertThat(postInChunks("/v1/trials/files", 3 * MEBIBYTE).statusCode()).isEqualTo(413);
    }

    /** A name that is too long, in a body of exactly this size. */
    private static String body(int bytes) {
        String frame = "{\"name\":\"\",\"lines\":[]}";
        return "{\"name\":\"" + "x".repeat(bytes - frame.length()) + "\",\"lines\":[]}";
    }

    private static Response post(int bytes) {
        return Api.as(Tokens.operator())
                .header("Idempotency-Key", Api.idempotencyKey())
                .body(body(bytes))
                .post("/v1/trials");
    }

    private static HttpResponse<String> postInChunks(String path, int bytes) throws IOException, InterruptedException {
        byte[] body = body(bytes).getBytes(StandardCharsets.UTF_8);
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
                .version(HttpClient.Version.HTTP_1_1)
                .header("Authorization", "Bearer " + Tokens.operator())
                .header("Idempotency-Key", Api.idempotencyKey())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }
}
