package dev.vetrina.localstack.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WatchedGatewayTest {

    private static final String ORDER = "/v1/orders/0193b5a0-0000-7000-8000-00000000000";

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final HttpServer upstream =
            HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    private final HttpClient http = HttpClient.newHttpClient();
    private final WatchedGateway watched;

    WatchedGatewayTest() throws IOException {
        URI address = URI.create("http://127.0.0.1:" + upstream.getAddress().getPort());
        watched = WatchedGateway.start(
                address, address, exchange -> exchange.status() == 201 ? List.of() : List.of("not created"));
    }

    @BeforeEach
    void startUpstream() {
        upstream.createContext("/", WatchedGatewayTest::echo);
        upstream.start();
    }

    @AfterEach
    void stop() {
        watched.close();
        http.close();
        upstream.stop(0);
    }

    @Test
    void aRequestAndItsAnswerArePassedOnUnchanged() throws Exception {
        HttpResponse<String> answer = send("POST", "/v1/orders?limit=2", "a mug");

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.body()).isEqualTo("POST /v1/orders?limit=2 key-1 a mug");
        assertThat(answer.headers().firstValue("ETag")).contains("\"7\"");
        assertThat(watched.exchanges()).isOne();
        assertThat(watched.violations()).isEmpty();
    }

    @Test
    void theSameMistakeOfManyOrdersIsToldOnceWithHowOften() throws Exception {
        send("GET", ORDER + "1", "");
        send("GET", ORDER + "2", "");

        assertThat(watched.violations()).containsExactly("GET /v1/orders/{id} 200: not created (2 times)");
    }

    @Test
    void theFeedIsPassedOnAndNotLookedAt() throws Exception {
        HttpResponse<String> answer = send("GET", "/v1/sessions/1/feed?market=GB", "");

        assertThat(answer.body()).startsWith("GET /v1/sessions/1/feed?market=GB");
        assertThat(watched.exchanges()).isZero();
        assertThat(watched.violations()).isEmpty();
    }

    @Test
    void whatCannotBePassedOnIsCounted() throws Exception {
        upstream.stop(0);

        assertThat(http.sendAsync(request("POST", "/v1/orders", "a mug"), BodyHandlers.ofString()))
                .failsWithin(PATIENCE);
        assertThat(watched.violations()).containsExactly("1 requests could not be passed on");
    }

    @Test
    void aClientThatGivesUpIsNoFailure() throws Exception {
        CountDownLatch arrived = new CountDownLatch(1);
        CountDownLatch gone = new CountDownLatch(1);
        upstream.createContext("/slow", exchange -> {
            try {
                arrived.countDown();
                gone.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            echo(exchange);
        });
        try (Socket client = new Socket(watched.uri().getHost(), watched.uri().getPort())) {
            client.setSoLinger(true, 0);
            client.getOutputStream()
                    .write("POST /slow HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n".getBytes(UTF_8));
            arrived.await();
        }
        gone.countDown();

        await().atMost(PATIENCE).until(() -> watched.exchanges() == 1);
        await().during(Duration.ofMillis(500)).until(() -> watched.violations().isEmpty());
    }

    private HttpResponse<String> send(String method, String path, String body) throws Exception {
        return http.send(request(method, path, body), BodyHandlers.ofString());
    }

    private HttpRequest request(String method, String path, String body) {
        return HttpRequest.newBuilder(watched.uri().resolve(path))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .header("Idempotency-Key", "key-1")
                .build();
    }

    private static void echo(HttpExchange exchange) throws IOException {
        try (exchange) {
            String told = exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("Idempotency-Key") + " "
                    + new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            byte[] body = told.getBytes(UTF_8);
            exchange.getResponseHeaders().set("ETag", "\"7\"");
            exchange.sendResponseHeaders(exchange.getRequestMethod().equals("POST") ? 201 : 200, body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
