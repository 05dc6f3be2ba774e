package dev.vetrina.gateway.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.vetrina.gateway.GatewayTest;
import dev.vetrina.gateway.Stubs;
import dev.vetrina.testkit.Api;
import dev.vetrina.testkit.identity.Tokens;
import io.restassured.response.ValidatableResponse;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import jakarta.inject.Inject;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@GatewayTest
class SecurityHeadersTest {

    @Inject
    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    @BeforeEach
    void aServiceThatSaysTooMuch() {
        Stubs.catalog()
                .does(request -> request.response()
                        .putHeader("Server", "Apache/1.3")
                        .putHeader("X-Powered-By", "PHP/4")
                        .putHeader("X-Content-Type-Options", "sniff")
                        .end("{}"));
    }

    @Test
    void everyAnswerHasThemWhoeverAnswers() {
        for (String path :
                List.of("/v1/brands", "/v1/secrets", "/none", "/openapi.json", "/health", "/q/health", "/docs")) {
            hasThem(given().get(path).then());
        }
        hasThem(given().urlEncodingEnabled(false).get("/v1/products/../../q").then());
        hasThem(given().header("Authorization", "Bearer wrong")
                .get("/v1/brands")
                .then());
    }

    private static void hasThem(ValidatableResponse answer) {
        answer.header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .header("Content-Security-Policy", containsString("frame-ancestors 'none'"))
                .header("Server", nullValue())
                .header("X-Powered-By", nullValue())
                .header("Strict-Transport-Security", nullValue());
    }

    @Test
    void dataMayLoadNothingAndThePageForPeopleOnlyItself() {
        given().get("/v1/brands").then().header("Content-Security-Policy", containsString("default-src 'none'"));
        given().get("/docs")
                .then()
                .header("Content-Security-Policy", containsString("default-src 'self'"))
                .header("Content-Security-Policy", not(containsString("http")));
    }

    @Test
    void whatIsPersonalIsKeptByNoCache() {
        Api.as(Tokens.customer("c1")).get("/v1/brands").then().header("Cache-Control", "no-store");
        given().header("Session-Pass", "x").get("/v1/brands").then().header("Cache-Control", "no-store");
        given().get("/v1/brands").then().header("Cache-Control", containsString("public"));
        given().get("/v1/secrets").then().header("Cache-Control", "no-store");

        Stubs.catalog()
                .does(request -> request.response()
                        .putHeader("Cache-Control", "private, max-age=5")
                        .end());
        Api.as(Tokens.customer("c1")).get("/v1/brands").then().header("Cache-Control", "private, max-age=5");
    }

    @Test
    void whoCameByTlsIsToldToComeSoAlwaysIfATrustedProxySaysSo() {
        assertThat(overTls("127.0.0.2").getHeader("Strict-Transport-Security")).isEqualTo("max-age=31536000");
        assertThat(overTls("127.0.0.3").getHeader("Strict-Transport-Security")).isNull();
    }

    private HttpClientResponse overTls(String proxy) {
        var client = Stubs.vertx().createHttpClient(new HttpClientOptions().setLocalAddress(proxy));
        try {
            return client.request(HttpMethod.GET, port, "127.0.0.1", "/v1/brands")
                    .compose(request ->
                            request.putHeader("X-Forwarded-Proto", "https").send())
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();
        } finally {
            client.close();
        }
    }

    @Test
    void aPageFromElsewhereMayNotCall() {
        given().header("Origin", "https://evil.example")
                .header("Access-Control-Request-Method", "POST")
                .options("/v1/orders")
                .then()
                .header("Access-Control-Allow-Origin", nullValue())
                .header("Access-Control-Allow-Credentials", nullValue());
        given().header("Origin", "https://evil.example")
                .get("/v1/brands")
                .then()
                .header("Access-Control-Allow-Origin", nullValue());
        given().header("Origin", "http://localhost.evil.example")
                .get("/v1/brands")
                .then()
                .header("Access-Control-Allow-Origin", nullValue());
    }

    @Test
    void aPageThatMayCallCanReadItsLimits() {
        given().header("Origin", "http://localhost:5173")
                .get("/v1/brands")
                .then()
                .header("Access-Control-Expose-Headers", containsString("RateLimit,"))
                .header("Access-Control-Expose-Headers", containsString("RateLimit-Policy"));
    }

    @Test
    void healthAndMetricsAreForThisMachineAlone() {
        given().get("/q/metrics").then().statusCode(200);
        for (String header : List.of("X-Forwarded-For", "Forwarded")) {
            for (String path : List.of("/q/metrics", "/q/health", "/q/health/ready", "/q")) {
                given().header(header, "127.0.0.1").get(path).then().statusCode(404);
            }
        }
    }
}
