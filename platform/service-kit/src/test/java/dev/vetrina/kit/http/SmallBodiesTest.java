package dev.vetrina.kit.http;

import static dev.vetrina.kit.trial.ProblemCheck.problem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vetrina.testkit.Api;
import dev.vetrina.testkit.identity.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class SmallBodiesTest {

    private static final int SMALL = 64 * 1024;

    @ParameterizedTest
    @ValueSource(ints = {SMALL - 1, SMALL, SMALL + 1})
    void aBodyIsReadToItsEndHoweverItIsRead(int bytes) {
        var answer = Api.as(Tokens.operator())
                .header("Idempotency-Key", Api.idempotencyKey())
                .body(body(bytes))
                .post("/v1/trials");
        assertThat(problem(answer, 422, "invalid-input").getString("violations[0].field"))
                .isEqualTo("name");
    }

    @Test
    void aBodyThatComesInPiecesIsReadToItsEnd() throws Exception {
        String body = body(2_000);
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
            OutputStream out = socket.getOutputStream();
            send(out, """
                    POST /v1/trials HTTP/1.1\r
                    Host: localhost\r
                    Connection: close\r
                    Authorization: Bearer %s\r
                    Content-Type: application/json\r
                    Content-Length: %d\r
                    Idempotency-Key: %s\r
                    \r
                    """.formatted(Tokens.operator(), body.length(), Api.idempotencyKey()));
            send(out, body.substring(0, 700));
            send(out, body.substring(700));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 422 ").contains("\"field\":\"name\"");
        }
    }

    @Test
    void whoeverWaitsToBeToldToGoOnIsToldSo() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + "/v1/trials"))
                .version(HttpClient.Version.HTTP_1_1)
                .expectContinue(true)
                .header("Authorization", "Bearer " + Tokens.operator())
                .header("Idempotency-Key", Api.idempotencyKey())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body(2_000)))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(JsonPath.from(answer.body()).getString("code")).isEqualTo("invalid-input");
        }
    }

    /** A name that is too long, in a body of exactly this size. */
    private static String body(int bytes) {
        String frame = "{\"name\":\"\",\"lines\":[]}";
        return "{\"name\":\"" + "x".repeat(bytes - frame.length()) + "\",\"lines\":[]}";
    }

    private static void send(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
