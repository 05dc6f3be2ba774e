package dev.vetrina.gateway.proxy;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.vetrina.gateway.GatewayTest;
import dev.vetrina.gateway.Stubs;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is passed on is seen with what the gateway keeps no copies of. */
@GatewayTest
class ProxyTest {

    @Inject
    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    @BeforeEach
    void servicesAnswerWithTheirName() {
        Stubs.catalog().does(answering("catalog"));
        Stubs.live().does(answering("live"));
        Stubs.order().does(answering("order"));
    }

    @Test
    void everyPathReachesItsService() {
        for (String path : List.of("/v1/markets", "/v1/brands/1", "/v1/products?market=GB", "/v1/catalog-imports/1")) {
            given().get(path).then().statusCode(200).body(equalTo("catalog"));
        }
        for (String path : List.of("/v1/creators", "/v1/sessions", "/v1/sessions/1/timeline")) {
            given().get(path).then().body(equalTo("live"));
        }
        for (String path : List.of(
                "/v1/inventory/1",
                "/v1/inventory-adjustments",
                "/v1/orders/1/payments",
                "/v1/order-quotes",
                "/v1/coupon-campaigns/1/end",
                "/v1/selling-terms/GB/versions",
                "/v1/shipping-rates/GB?brandId=1",
                "/v1/payment-webhooks/stripe",
                "/v1/stuck-orders",
                "/v1/deals/1",
                "/v1/deal-guardrails/1",
                "/v1/purchase-limits/1",
                "/v1/inventory-transfers",
                "/v1/sales-stops",
                "/v1/waitlist-entries/1/decline",
                "/v1/fulfilments/1/shipments",
                "/v1/carriers",
                "/v1/returns/1/receive",
                "/v1/return-quotes",
                "/v1/withdrawals/1/confirm",
                "/v1/webhook-endpoints/1/test",
                "/v1/webhook-messages/1",
                "/v1/webhook-deliveries/1/replay",
                "/v1/webhook-event-types")) {
            given().get(path).then().body(equalTo("order"));
        }
    }

    @Test
    void operationsAreRoutedByTheServiceTheyName() {
        given().get("/v1/operations/catalog/outbox").then().body(equalTo("catalog"));
        given().get("/v1/operations/live/dead-letters").then().body(equalTo("live"));
        given().get("/v1/operations/order/outbox").then().body(equalTo("order"));
        given().get("/v1/operations/gateway/outbox").then().statusCode(404).body("code", equalTo("not-found"));
    }

    @Test
    void whatIsNotInTheTableIsNotFoundAndNotAsked() {
        for (String path :
                List.of("/", "/v1", "/v1/", "/v1/secrets", "/v1/productsx", "/internal/feed/1/opening", "/q/none")) {
            given().get(path).then().statusCode(404).contentType("application/problem+json");
        }
        given().get("/v1/secrets")
                .then()
                .contentType("application/problem+json")
                .body("code", equalTo("not-found"))
                .body("status", equalTo(404))
                .body("instance", equalTo("/v1/secrets"));
        assertThat(Stubs.live().requests()).isEmpty();
    }

    @Test
    void aPathThatAServiceMightReadDifferentlyIsRefused() {
        for (String path : List.of(
                "/v1/products/../../internal/feed",
                "/v1/products/%2e%2e/%2e%2e/q/metrics",
                "/v1/products/..%2f..%2fq/metrics",
                "/v1/products/..;a=b/..;/q/metrics")) {
            given().urlEncodingEnabled(false).get(path).then().statusCode(400).body("code", equalTo("malformed-path"));
        }
        given().urlEncodingEnabled(false)
                .get("/v1/products?q=a%00b")
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-character"));
        assertThat(Stubs.catalog().requests()).isEmpty();
    }

    @Test
    void theQueryAndTheBodyArriveAsTheyWereSent() {
        CompletableFuture<String> received = new CompletableFuture<>();
        Stubs.order()
                .does(request -> request.body().onSuccess(body -> {
                    received.complete(request.uri() + " " + request.getHeader("Idempotency-Key") + " " + body);
                    request.response()
                            .setStatusCode(201)
                            .putHeader("ETag", "\"0\"")
                            .end();
                }));

        given().urlEncodingEnabled(false)
                .header("Idempotency-Key", "k1")
                .body("{\"a\":1}")
                .post("/v1/orders?x=a%2Fb&y=%C3%A4")
                .then()
                .statusCode(201)
                .header("ETag", "\"0\"");

        assertThat(received).isCompletedWithValue("/v1/orders?x=a%2Fb&y=%C3%A4 k1 {\"a\":1}");
    }

    @Test
    void aServiceThatTakesTooLongIsATimeoutAndNotAskedTwice() {
        Stubs.catalog().does(request -> {});
        given().get("/v1/catalog-imports/1")
                .then()
                .statusCode(504)
                .header("Retry-After", "1")
                .contentType("application/problem+json")
                .body("code", equalTo("upstream-timeout"));
        assertThat(Stubs.catalog().requests()).hasSize(1);
    }

    @Test
    void aReadIsRepeatedOnceWhenTheServiceBreaksOff() {
        Stubs.catalog().does(request -> {
            if (Stubs.catalog().requests().size() == 1) {
                request.connection().close();
            } else {
                request.response().end("second");
            }
        });
        given().get("/v1/catalog-imports/1").then().statusCode(200).body(equalTo("second"));

        Stubs.catalog().does(request -> request.connection().close());
        given().get("/v1/catalog-imports/1").then().statusCode(502).body("code", equalTo("upstream-failed"));
        assertThat(Stubs.catalog().requests()).hasSize(2);
    }

    @Test
    void aReadIsRepeatedOnceWhenSomethingOnTheWayAnswers502() {
        Stubs.catalog().does(request -> {
            boolean first = Stubs.catalog().requests().size() == 1;
            request.response().setStatusCode(first ? 502 : 200).end("answer");
        });
        given().get("/v1/catalog-imports/1").then().statusCode(200);

        Stubs.catalog().does(request -> request.response().setStatusCode(502).end("bad"));
        given().get("/v1/catalog-imports/1").then().statusCode(502).body(equalTo("bad"));
        assertThat(Stubs.catalog().requests()).hasSize(2);
    }

    @Test
    void aWriteIsNeverRepeated() {
        Stubs.order().does(request -> request.connection().close());
        given().body("{}")
                .post("/v1/orders")
                .then()
                .statusCode(502)
                .header("Retry-After", "1")
                .body("code", equalTo("upstream-failed"));
        assertThat(Stubs.order().requests()).hasSize(1);

        Stubs.order().does(request -> request.response().setStatusCode(502).end());
        given().body("{}").post("/v1/orders").then().statusCode(502);
        assertThat(Stubs.order().requests()).hasSize(1);
    }

    @Test
    void manyRequestsAtOnceAllGetTheirOwnAnswer() {
        Stubs.catalog().does(request -> request.response().end(String.valueOf(request.path())));
        var client = Stubs.vertx().createHttpClient(new HttpClientOptions().setMaxPoolSize(300));
        List<CompletableFuture<String>> answers = IntStream.range(0, 300)
                .mapToObj(i -> Stubs.onLoop(() -> client.request(HttpMethod.GET, port, "127.0.0.1", "/v1/products/" + i)
                        .compose(request -> request.send())
                        .compose(HttpClientResponse::body)
                        .map(Buffer::toString)))
                .toList();
        for (int i = 0; i < answers.size(); i++) {
            assertThat(answers.get(i).join()).isEqualTo("/v1/products/" + i);
        }
        client.close();
    }

    @Test
    void requestsAreCountedByResourceAndNotById() {
        for (int i = 0; i < 3; i++) {
            given().get("/v1/inventory/counted-" + i).then().statusCode(200);
        }

        assertThat(given().get("/q/metrics").asString())
                .contains("uri=\"/v1/inventory/*\"")
                .doesNotContain("counted-");
    }

    @Test
    void aFrontEndOnThisMachineMayCall() {
        given().header("Origin", "http://localhost:5173")
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "authorization,idempotency-key")
                .options("/v1/orders")
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", "http://localhost:5173");
        var exposed = given().header("Origin", "http://localhost:5173")
                .get("/v1/orders")
                .header("Access-Control-Expose-Headers");
        assertThat(Arrays.asList(exposed.split(",\\s*", -1))).contains("ETag", "Location", "X-Request-Id");
    }

    private static Handler<HttpServerRequest> answering(String name) {
        return request -> request.response().end(name);
    }
}
