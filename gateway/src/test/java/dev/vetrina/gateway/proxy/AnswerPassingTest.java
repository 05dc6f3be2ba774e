package dev.vetrina.gateway.proxy;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.vetrina.gateway.GatewayTest;
import dev.vetrina.gateway.RawClient;
import dev.vetrina.gateway.Stubs;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.StreamResetException;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** What becomes of a service's answer on its way to the client. */
@GatewayTest
class AnswerPassingTest {

    @Inject
    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    @Test
    void anAnswerWithoutABodyHasNone() {
        Stubs.live().does(request -> request.response().setStatusCode(204).end());
        for (int i = 0; i < 3; i++) {
            given().delete("/v1/sessions/1/pin").then().statusCode(204).body(equalTo(""));
        }
        Stubs.live()
                .does(request -> request.response()
                        .setStatusCode(304)
                        .putHeader("ETag", "\"1\"")
                        .end());
        given().get("/v1/sessions/1/timeline").then().statusCode(304).body(equalTo(""));
        Stubs.live()
                .does(request ->
                        request.response().putHeader("Content-Length", "5").end());
        given().head("/v1/sessions/1/timeline").then().statusCode(200).header("Content-Length", "5");
    }

    @Test
    void aLongAnswerIsPassedOnWhileItComes() throws Exception {
        CompletableFuture<HttpServerRequest> asked = new CompletableFuture<>();
        Stubs.catalog().does(request -> {
            request.response().setChunked(true).write("first,");
            asked.complete(request);
        });
        var client = Stubs.vertx().createHttpClient();
        CompletableFuture<Buffer> first = new CompletableFuture<>();
        CompletableFuture<Void> ended = new CompletableFuture<>();
        client.request(HttpMethod.GET, port, "127.0.0.1", "/v1/catalog-imports/1/errors")
                .compose(request -> request.send())
                .onSuccess((HttpClientResponse answer) -> {
                    answer.handler(first::complete);
                    answer.endHandler(ended::complete);
                });

        assertThat(first.get(5, TimeUnit.SECONDS)).hasToString("first,");
        assertThat(ended).isNotDone();
        asked.get().response().end("second");
        ended.get(5, TimeUnit.SECONDS);
        client.close();
    }

    @Test
    void anAnswerThatBreaksOffIsNotPassedOnAsIfItWereComplete() {
        Stubs.order().does(request -> {
            request.response().setChunked(true).write("[1, 2,");
            Stubs.vertx().setTimer(50, timer -> request.connection().close());
        });

        assertThatThrownBy(() -> given().get("/v1/orders").asString()).isInstanceOf(IOException.class);
    }

    @Test
    void anAnswerThatBreaksOffOverHttp2EndsWithAnError() {
        Stubs.order().does(request -> {
            request.response().setChunked(true).write("[1, 2,");
            Stubs.vertx().setTimer(50, timer -> request.connection().close());
        });
        var client = Stubs.vertx()
                .createHttpClient(new HttpClientOptions()
                        .setProtocolVersion(HttpVersion.HTTP_2)
                        .setHttp2ClearTextUpgrade(false));

        assertThat(Stubs.onLoop(() -> client.request(HttpMethod.GET, port, "127.0.0.1", "/v1/orders")
                        .compose(request -> request.send())
                        .compose(HttpClientResponse::body)))
                .failsWithin(10, TimeUnit.SECONDS)
                .withThrowableOfType(ExecutionException.class)
                .havingCause()
                .isInstanceOfSatisfying(
                        StreamResetException.class,
                        reset -> assertThat(reset.getCode()).isEqualTo(2));
        client.close();
    }

    @Test
    void anAnswerThatBreaksOffBeforeItsFirstByteIsAFailureOfTheService() {
        Stubs.order().does(request -> {
            request.response().putHeader("Content-Length", "100000").putHeader("ETag", "\"7\"");
            request.response().writeHead();
            Stubs.vertx().setTimer(50, timer -> request.connection().close());
        });

        isToldOfWithoutAnythingOfTheAnswer();
    }

    @Test
    void anAnswerToAHeadHasNoBodyBehindIt() {
        Stubs.order()
                .does(request ->
                        request.response().putHeader("Content-Length", "5").end());

        String host = " HTTP/1.1\r\nHost: localhost\r\n";

        String answers = RawClient.answer(
                port,
                String.join(
                        host,
                        "HEAD /v1/orders",
                        "\r\nHEAD /v1/secrets",
                        "\r\nGET /v1/secrets",
                        "Connection: close\r\n\r\n"));

        assertThat(answers.split("\r\n\r\n", -1))
                .satisfiesExactly(
                        ofService -> assertThat(ofService)
                                .startsWith("HTTP/1.1 200 ")
                                .containsIgnoringCase("content-length: 5"),
                        ofGateway -> assertThat(ofGateway).startsWith("HTTP/1.1 404 "),
                        head -> assertThat(head).startsWith("HTTP/1.1 404 "),
                        body -> assertThat(body).contains("\"code\":\"not-found\""));
    }

    @Test
    void aSmallAnswerThatBreaksOffIsAFailureOfTheService() {
        Stubs.order().does(request -> {
            request.response()
                    .putHeader("Content-Length", "10")
                    .putHeader("ETag", "\"7\"")
                    .write("[1, 2,");
            Stubs.vertx().setTimer(50, timer -> request.connection().close());
        });

        isToldOfWithoutAnythingOfTheAnswer();
    }

    @Test
    void aClientThatLeavesEndsTheAnswerAtTheServiceToo() throws Exception {
        CompletableFuture<Void> ended = new CompletableFuture<>();
        Stubs.order().does(request -> {
            request.response().exceptionHandler(gone -> ended.complete(null));
            request.response().setChunked(true).write("[1,");
        });
        try (RawClient client = RawClient.to(port)) {
            client.send("GET /v1/orders HTTP/1.1\r\nHost: localhost\r\n\r\n");
            await().until(() -> Stubs.order().requests().size() == 1);
        }

        ended.get(10, TimeUnit.SECONDS);
    }

    @Test
    void aClientThatKnowsNoChunksReadsUntilTheConnectionEnds() {
        Stubs.order().does(request -> {
            request.response().setChunked(true).write("[1,");
            Stubs.vertx().setTimer(50, timer -> request.response().end("2]"));
        });

        String answer = RawClient.answer(port, "GET /v1/orders HTTP/1.0\r\nHost: localhost\r\n\r\n");

        assertThat(answer).doesNotContainIgnoringCase("transfer-encoding").endsWith("\r\n\r\n[1,2]");
    }

    private static void isToldOfWithoutAnythingOfTheAnswer() {
        given().get("/v1/orders")
                .then()
                .statusCode(502)
                .contentType("application/problem+json")
                .header("ETag", nullValue())
                .body("code", equalTo("upstream-failed"));
    }
}
