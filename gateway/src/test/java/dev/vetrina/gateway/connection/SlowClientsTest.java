package dev.vetrina.gateway.connection;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.vetrina.gateway.GatewayTest;
import dev.vetrina.gateway.RawClient;
import dev.vetrina.gateway.Stubs;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Clients that hold connections by never finishing what they have begun. Meanwhile others are served. */
@GatewayTest
class SlowClientsTest {

    private static final int MANY = 500;

    @Inject
    MeterRegistry meters;

    @Inject
    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    private final List<RawClient> clients = new ArrayList<>();
    private final AtomicInteger complete = new AtomicInteger();

    @BeforeEach
    void servicesAnswer() {
        Stubs.catalog().does(request -> request.response().end("[]"));
        Stubs.order()
                .does(request -> request.body().onSuccess(body -> {
                    complete.incrementAndGet();
                    request.response().end("{}");
                }));
    }

    @AfterEach
    void leave() {
        clients.forEach(RawClient::close);
    }

    @Test
    void headsThatNeverEndAreGivenUpAndOthersAreServedMeanwhile() {
        come("GET /v1/brands HTTP/1.1\r\nHost: localhost\r\nX-a: ");
        othersAreServed();
        // A byte now and then gains no time.
        clients.forEach(client -> client.send("b"));
        othersAreServed();

        for (RawClient client : clients) {
            assertThat(client.untilClosed()).startsWith("HTTP/1.1 408 ").contains("\"code\":\"request-timeout\"");
        }
        othersAreServed();
    }

    @Test
    void bodiesThatDoNotComeAreGivenUpAndNeverCompleteForTheService() {
        come("POST /v1/orders HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10000\r\n\r\n{");
        othersAreServed();
        given().body("{}").post("/v1/orders").then().statusCode(200);
        clients.forEach(client -> client.send(" "));

        for (RawClient client : clients) {
            assertThat(client.untilClosed()).startsWith("HTTP/1.1 408 ").contains("\"code\":\"request-timeout\"");
        }
        othersAreServed();
        assertThat(complete).hasValue(1);
        assertThat(Stubs.order().requests()).hasSize(1);
    }

    @Test
    void largeBodiesThatHardlyComeLeaveTheServiceToOthers() {
        come("POST /v1/orders HTTP/1.1\r\nHost: localhost\r\nContent-Length: 900000\r\n\r\n{");
        given().body("{}").post("/v1/orders").then().statusCode(200);
        othersAreServed();

        List<String> answers = clients.stream().map(RawClient::untilClosed).toList();
        assertThat(answers)
                .allMatch(answer -> answer.startsWith("HTTP/1.1 408 ") || answer.startsWith("HTTP/1.1 503 "));
        assertThat(answers).anyMatch(answer -> answer.contains("\"code\":\"overloaded\""));
        assertThat(complete).hasValue(1);
        // What clients keep back is not held against the service.
        given().body("{}").post("/v1/orders").then().statusCode(200);
    }

    @Test
    void smallBodiesThatHardlyComeAreNoPressureOnTheService() {
        double limit = limit();
        for (int i = 0; i < 200; i++) {
            clients.add(RawClient.to(port)
                    .send("POST /v1/returns HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\n{"));
        }
        assertThat(meters.get("vetrina.shedding.in-flight")
                        .tag("service", "ORDER")
                        .gauge()
                        .value())
                .isLessThan(20);
        given().get("/v1/orders").then().statusCode(200);

        clients.forEach(client -> assertThat(client.untilClosed()).startsWith("HTTP/1.1 408 "));
        // A loop that comes late here may take a tenth of it.
        assertThat(limit()).isGreaterThan(limit / 2);
        given().get("/v1/orders").then().statusCode(200);
    }

    private double limit() {
        return meters.get("vetrina.shedding.limit")
                .tag("service", "ORDER")
                .gauge()
                .value();
    }

    @Test
    void aConnectionOnWhichNothingIsSaidIsClosedAndALaterHeadHasItsDeadlineToo() {
        come("");
        RawClient once = RawClient.to(port).send("GET /v1/brands HTTP/1.1\r\nHost: localhost\r\n\r\n");
        clients.add(once);
        Awaitility.await().until(() -> Stubs.catalog().requests().size() == 1);
        once.send("GET /v1/bra");

        assertThat(once.untilClosed()).startsWith("HTTP/1.1 200 ").contains("[]", "HTTP/1.1 408 ");
        Awaitility.await()
                .until(() -> meters.get("vetrina.connections.open").gauge().value() < MANY);
    }

    private void come(String bytes) {
        for (int i = 0; i < MANY; i++) {
            clients.add(RawClient.to(port).send(bytes));
        }
    }

    private static void othersAreServed() {
        given().get("/v1/brands").then().statusCode(200).body(equalTo("[]"));
    }
}
