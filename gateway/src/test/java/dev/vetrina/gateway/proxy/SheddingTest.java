package dev.vetrina.gateway.proxy;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vetrina.gateway.GatewayTest;
import dev.vetrina.gateway.Stubs;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import jakarta.inject.Inject;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** Over HTTP, what {@link ServiceCallsTest} shows by itself. */
@GatewayTest
class SheddingTest {

    /** More than a service may have under way that did not answer lately. */
    private static final int MANY = 200;

    @Inject
    MeterRegistry meters;

    @Inject
    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    private final HttpClient client = Stubs.vertx().createHttpClient(new HttpClientOptions().setMaxPoolSize(MANY));

    @Test
    void underPressureBrowsingIsRefusedAtOnceBuyingGoesOnAndWhoLeavesMakesRoom() {
        Stubs.order().does(request -> request.connection().close());
        while (gauge("limit") > MANY) {
            given().get("/v1/orders").then().statusCode(502);
        }
        int before = Stubs.order().requests().size();
        Stubs.order().does(request -> {});
        Queue<HttpClientResponse> refused = new ConcurrentLinkedQueue<>();
        for (int i = 0; i < MANY; i++) {
            client.request(HttpMethod.GET, port, "127.0.0.1", "/v1/orders")
                    .compose(HttpClientRequest::send)
                    .onSuccess(refused::add);
        }
        Awaitility.await()
                .untilAsserted(
                        () -> assertThat(refused.size() + gauge("in-flight")).isEqualTo(MANY));
        assertThat(refused).isNotEmpty().allSatisfy(answer -> {
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.getHeader("Retry-After")).isEqualTo("1");
            assertThat(answer.getHeader("Content-Type")).isEqualTo("application/problem+json");
        });
        double underWay = gauge("in-flight");
        client.request(HttpMethod.POST, port, "127.0.0.1", "/v1/orders").compose(HttpClientRequest::send);
        Awaitility.await().until(() -> gauge("in-flight") == underWay + 1);

        client.close();
        Awaitility.await().until(() -> gauge("in-flight") == 0);
        assertThat(Stubs.order().requests()).hasSizeLessThanOrEqualTo(before + (int) underWay + 1);
        Stubs.order().does(request -> request.response().end("[]"));
        given().get("/v1/orders").then().statusCode(200);
    }

    private double gauge(String name) {
        return meters.get("vetrina.shedding." + name)
                .tag("service", "ORDER")
                .gauge()
                .value();
    }
}
