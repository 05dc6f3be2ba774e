package dev.vetrina.gateway.proxy;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vetrina.gateway.GatewayTest;
import dev.vetrina.gateway.Stubs;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** Over HTTP, what {@link ServiceCallsTest} shows by itself. */
@GatewayTest
class SheddingTest {

    /** More than a service may have under way that did not answer lately. */
    private static final int MANY = 600;

    /** Imports are waited for longer than a test takes: none ends here but with its client. */
    private static final String IMPORTS = "/v1/catalog-imports?market=GB";

    @Inject
    MeterRegistry meters;

    @Inject
    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    private final HttpClient client = Stubs.vertx().createHttpClient(new HttpClientOptions().setMaxPoolSize(MANY));

    @Test
    void underPressureWhatCanWaitIsRefusedAtOnceChangesGoOnAndWhoLeavesMakesRoom() {
        Stubs.catalog().does(request -> request.connection().close());
        do {
            given().get("/v1/catalog-imports/1").then().statusCode(502);
        } while (gauge("limit") > MANY);
        Stubs.catalog().does(request -> {});
        int before = Stubs.catalog().requests().size();
        Queue<HttpClientResponse> answers = new ConcurrentLinkedQueue<>();
        for (int i = 0; i < MANY; i++) {
            ask(HttpMethod.POST, IMPORTS).onSuccess(answers::add);
        }
        Awaitility.await()
                .untilAsserted(
                        () -> assertThat(answers.size() + gauge("in-flight")).isEqualTo(MANY));
        assertThat(answers).isNotEmpty().allSatisfy(answer -> {
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.getHeader("Retry-After")).isEqualTo("1");
            assertThat(answer.getHeader("Content-Type")).isEqualTo("application/problem+json");
        });
        int underWay = MANY - answers.size();
        Future<HttpClientResponse> _ = ask(HttpMethod.POST, "/v1/products");
        Awaitility.await()
                .until(() ->
                        Stubs.catalog().requests().stream().anyMatch(request -> "/v1/products".equals(request.path())));

        client.close();
        Awaitility.await().until(() -> gauge("in-flight") == 0);
        assertThat(Stubs.catalog().requests()).hasSizeLessThanOrEqualTo(before + underWay + 1);
        Stubs.catalog().does(request -> request.response().end("[]"));
        given().get("/v1/catalog-imports/1").then().statusCode(200);
    }

    @Test
    void forWhoHasLeftNothingIsAskedAgain() {
        Stubs.catalog().does(request -> {});
        int before = Stubs.catalog().requests().size();
        Future<HttpClientResponse> _ = ask(HttpMethod.GET, "/v1/catalog-imports/1");
        Awaitility.await().until(() -> Stubs.catalog().requests().size() == before + 1);

        client.close();

        Awaitility.await().until(() -> gauge("in-flight") == 0);
        Awaitility.await()
                .during(Duration.ofMillis(500))
                .until(() -> Stubs.catalog().requests().size() == before + 1);
    }

    private Future<HttpClientResponse> ask(HttpMethod method, String uri) {
        return client.request(method, port, "127.0.0.1", uri).compose(HttpClientRequest::send);
    }

    private double gauge(String name) {
        return meters.get("vetrina.shedding." + name)
                .tag("service", "CATALOG")
                .gauge()
                .value();
    }
}
