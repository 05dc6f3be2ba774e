package dev.vetrina.gateway.proxy;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.vetrina.gateway.GatewayTest;
import dev.vetrina.gateway.StubService;
import dev.vetrina.gateway.Stubs;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import jakarta.inject.Inject;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@GatewayTest
class BodyLimitTest {

    private static final HttpClientOptions HTTP2 =
            new HttpClientOptions().setProtocolVersion(HttpVersion.HTTP_2).setHttp2ClearTextUpgrade(false);

    private static final int MEBIBYTE = 1 << 20;

    @Inject
    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    private volatile CompletableFuture<Integer> received = new CompletableFuture<>();

    @BeforeEach
    void servicesCountWhatTheyGet() {
        received = new CompletableFuture<>();
        counting(Stubs.catalog());
        counting(Stubs.order());
    }

    private void counting(StubService service) {
        service.does(request -> request.body().onSuccess(body -> {
            received.complete(body.length());
            request.response().setStatusCode(201).end("{}");
        }));
    }

    @Test
    void aBodyUpToTheLimitPasses() {
        given().body(new byte[MEBIBYTE]).post("/v1/orders").then().statusCode(201);
        assertThat(received).isCompletedWithValue(MEBIBYTE);
    }

    @Test
    void aLongerBodyIsRefusedByItsLengthBeforeTheServiceIsAsked() {
        given().body(new byte[MEBIBYTE + 1])
                .post("/v1/orders")
                .then()
                .statusCode(413)
                .contentType("application/problem+json")
                .body("code", equalTo("body-too-large"));
        given().body(new byte[10 * MEBIBYTE]).post("/v1/products").then().statusCode(413);
        assertThat(Stubs.order().requests()).isEmpty();
        assertThat(Stubs.catalog().requests()).isEmpty();
    }

    @Test
    void aLongerChunkedBodyIsRefusedWhileItComesAndNeverCompleteForTheService() throws Exception {
        HttpClientResponse answer = chunked("/v1/orders", 10 * MEBIBYTE);
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(body(answer)).contains("\"code\":\"body-too-large\"");
        assertThat(received).isNotDone();
    }

    @Test
    void aChunkedBodyUpToTheLimitPasses() throws Exception {
        assertThat(chunked("/v1/orders", MEBIBYTE).statusCode()).isEqualTo(201);
        assertThat(received).isCompletedWithValue(MEBIBYTE);
    }

    @Test
    void aBodyOfHttp2WithoutALengthHasTheSameLimit() throws Exception {
        assertThat(chunked("/v1/orders", MEBIBYTE, HTTP2).statusCode()).isEqualTo(201);
        assertThat(received).isCompletedWithValue(MEBIBYTE);

        received = new CompletableFuture<>();
        assertThat(chunked("/v1/orders", MEBIBYTE + 1, HTTP2).statusCode()).isEqualTo(413);
        assertThat(received).isNotDone();
    }

    @Test
    void aRequestOfHttp2WithoutABodyIsNoLargeOne() throws Exception {
        CompletableFuture<String> length = new CompletableFuture<>();
        Stubs.order().does(request -> {
            length.complete(request.getHeader("Content-Length"));
            request.response().setStatusCode(204).end();
        });
        var client = Stubs.vertx().createHttpClient(HTTP2);
        int status = client.request(HttpMethod.DELETE, port, "127.0.0.1", "/v1/webhook-endpoints/1")
                .compose(HttpClientRequest::send)
                .toCompletionStage()
                .toCompletableFuture()
                .get(20, TimeUnit.SECONDS)
                .statusCode();
        assertThat(status).isEqualTo(204);
        assertThat(length).isCompletedWithValue("0");
        client.close();
    }

    @Test
    void anImportMayBeTenMebibytes() throws Exception {
        String imports = "/v1/catalog-imports?market=GB";
        given().body(new byte[10 * MEBIBYTE]).post(imports).then().statusCode(201);
        assertThat(received).isCompletedWithValue(10 * MEBIBYTE);
        given().body(new byte[10 * MEBIBYTE + 1]).post(imports).then().statusCode(413);
        assertThat(chunked(imports, 10 * MEBIBYTE).statusCode()).isEqualTo(201);
        assertThat(chunked(imports, 10 * MEBIBYTE + 1).statusCode()).isEqualTo(413);
    }

    @Test
    void onlyTheImportItselfMayBeThatLarge() {
        given().body(new byte[2 * MEBIBYTE])
                .post("/v1/catalog-imports/1/errors")
                .then()
                .statusCode(413);
        given().body(new byte[2 * MEBIBYTE]).put("/v1/catalog-imports").then().statusCode(413);
    }

    @Test
    void aConnectionIsOfUseAfterARefusal() throws Exception {
        var client = Stubs.vertx().createHttpClient(new HttpClientOptions().setMaxPoolSize(1));
        for (int i = 0; i < 3; i++) {
            int status = Stubs.onLoop(() -> client.request(HttpMethod.POST, port, "127.0.0.1", "/v1/orders")
                            .compose(request -> request.send(Buffer.buffer(new byte[2 * MEBIBYTE])))
                            .compose(answer -> answer.body().map(answer.statusCode())))
                    .get(10, TimeUnit.SECONDS);
            assertThat(status).isEqualTo(413);
        }
        client.close();
    }

    @Test
    void aClientThatAsksBeforeItSendsIsAnsweredBeforeItSends() throws Exception {
        var client = Stubs.vertx().createHttpClient();
        CompletableFuture<Integer> status = new CompletableFuture<>();
        CompletableFuture<Void> toldToContinue = new CompletableFuture<>();
        client.request(HttpMethod.POST, port, "127.0.0.1", "/v1/orders").onSuccess(request -> {
            request.putHeader("Expect", "100-continue").putHeader("Content-Length", "3");
            request.continueHandler(v -> {
                toldToContinue.complete(null);
                request.end("{ }");
            });
            request.response().onSuccess(answer -> status.complete(answer.statusCode()));
            request.sendHead();
        });
        assertThat(status.get(10, TimeUnit.SECONDS)).isEqualTo(201);
        assertThat(toldToContinue).isDone();
        client.close();
    }

    private HttpClientResponse chunked(String path, int bytes) throws Exception {
        return chunked(path, bytes, new HttpClientOptions());
    }

    private HttpClientResponse chunked(String path, int bytes, HttpClientOptions options) throws Exception {
        var client = Stubs.vertx().createHttpClient(options);
        try {
            return Stubs.onLoop(() -> client.request(HttpMethod.POST, port, "127.0.0.1", path)
                            .compose(request -> {
                                request.setChunked(true);
                                for (int sent = 0; sent < bytes; sent += 8192) {
                                    var _ = request.write(Buffer.buffer(new byte[Math.min(8192, bytes - sent)]));
                                }
                                var _ = request.end();
                                return request.response();
                            })
                            .compose(answer -> answer.body().map(answer)))
                    .get(20, TimeUnit.SECONDS);
        } finally {
            client.close();
        }
    }

    private static String body(HttpClientResponse answer) {
        return answer.body().result().toString();
    }
}
