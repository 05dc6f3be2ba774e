package dev.vetrina.gateway.proxy;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import dev.vetrina.gateway.GatewayTest;
import dev.vetrina.gateway.Stubs;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a service is told of a request by its headers, and a client of the answer. */
@GatewayTest
class PassedOnHeadersTest {

    @Inject
    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    @BeforeEach
    void aServiceAnswers() {
        Stubs.catalog().does(request -> request.response().end("catalog"));
    }

    @Test
    void theRequestIdIsAcceptedPassedOnAndReturned() {
        given().header("X-Request-Id", "show-7")
                .get("/v1/catalog-imports/1")
                .then()
                .header("X-Request-Id", "show-7");
        assertThat(last().getHeader("X-Request-Id")).isEqualTo("show-7");

        String made = given().header("X-Request-Id", "not ok")
                .get("/v1/catalog-imports/1")
                .header("X-Request-Id");
        assertThat(made).matches("[0-9a-f-]{36}").isEqualTo(last().getHeader("X-Request-Id"));
    }

    @Test
    void theTraceIsAcceptedPassedOnAndReturned() {
        String parent = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
        Stubs.catalog()
                .does(request -> request.response()
                        .putHeader("traceparent", parent.replace("00f067aa0ba902b7", "1111111111111111"))
                        .end());
        var answer = given().header("traceparent", parent)
                .header("tracestate", "shop=1")
                .get("/v1/catalog-imports/1");

        assertThat(last().getHeader("traceparent")).isEqualTo(parent);
        assertThat(last().getHeader("tracestate")).isEqualTo("shop=1");
        assertThat(answer.headers().getValues("traceparent")).containsExactly(parent);
        given().get("/v1/secrets").then().header("traceparent", matchesPattern("00-[0-9a-f]{32}-[0-9a-f]{16}-00"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
                "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"
            })
    void aTraceThatCannotBeReadIsANewOne(String unreadable) {
        String answered = given().header("traceparent", unreadable)
                .header("tracestate", "shop=1")
                .get("/v1/catalog-imports/1")
                .header("traceparent");

        assertThat(answered)
                .matches("00-[0-9a-f]{32}-[0-9a-f]{16}-00")
                .doesNotContain("4bf92f3577b34da6a3ce929d0e0e4736")
                .isEqualTo(last().getHeader("traceparent"));
        assertThat(last().headers().contains("tracestate")).isFalse();
    }

    @Test
    void whereARequestComesFromIsToldByTheGatewayAlone() {
        given().header("X-Forwarded-For", "6.6.6.6")
                .header("X-Forwarded-Proto", "https")
                .header("X-Forwarded-Prefix", "/evil")
                .header("Forwarded", "for=6.6.6.6")
                .get("/v1/catalog-imports/1");

        assertThat(last().getHeader("X-Forwarded-For")).isEqualTo("127.0.0.1");
        assertThat(last().getHeader("X-Forwarded-Proto")).isEqualTo("http");
        assertThat(last().getHeader("X-Forwarded-Host")).endsWith(":" + port);
        assertThat(last().headers().contains("Forwarded")).isFalse();
        assertThat(last().headers().contains("X-Forwarded-Prefix")).isFalse();
    }

    @Test
    void aTrustedProxyIsBelievedAndNamedAfterWhomItNames() {
        // The whole network 127.0.0.0/8 is this machine; the gateway under test trusts one address of it.
        var client = Stubs.vertx().createHttpClient(new HttpClientOptions().setLocalAddress("127.0.0.2"));
        client.request(HttpMethod.GET, port, "127.0.0.1", "/v1/catalog-imports/1")
                .compose(request -> request.putHeader("X-Forwarded-For", "203.0.113.9")
                        .putHeader("X-Forwarded-Proto", "https")
                        .putHeader("X-Forwarded-Host", "shop.example")
                        .send())
                .toCompletionStage()
                .toCompletableFuture()
                .join();

        assertThat(last().getHeader("X-Forwarded-For")).isEqualTo("203.0.113.9, 127.0.0.2");
        assertThat(last().getHeader("X-Forwarded-Proto")).isEqualTo("https");
        assertThat(last().getHeader("X-Forwarded-Host")).isEqualTo("shop.example");
        client.close();
    }

    @Test
    void headersOfOneHopEndThere() {
        Stubs.catalog()
                .does(request -> request.response()
                        .putHeader("Keep-Alive", "timeout=5")
                        .putHeader("Connection", "X-Hop")
                        .putHeader("X-Hop", "1")
                        .putHeader("X-Stays", "1")
                        .end());
        given().header("Connection", "X-Secret-Hop")
                .header("X-Secret-Hop", "1")
                .header("TE", "trailers")
                .get("/v1/catalog-imports/1")
                .then()
                .statusCode(200)
                .header("X-Stays", "1")
                .header("X-Hop", nullValue())
                .header("Keep-Alive", nullValue());

        assertThat(last().headers().contains("X-Secret-Hop")).isFalse();
        assertThat(last().headers().contains("TE")).isFalse();
    }

    private static HttpServerRequest last() {
        return Stubs.catalog().requests().getLast();
    }
}
