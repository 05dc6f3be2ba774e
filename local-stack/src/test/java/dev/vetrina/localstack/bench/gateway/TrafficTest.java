package dev.vetrina.localstack.bench.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.vetrina.localstack.bench.Pace;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TrafficTest {

    private static final Duration LENGTH = Duration.ofSeconds(5);

    private final AtomicInteger asked = new AtomicInteger();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private HttpServer server;
    private volatile String connection = "keep-alive";

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/v1/", exchange -> {
            byte[] body = exchange.getRequestBody().readAllBytes();
            int status = asked.incrementAndGet() % 10 == 0 ? 503 : 200;
            byte[] answer = ("{\"took\":" + body.length + "}").getBytes(StandardCharsets.US_ASCII);
            exchange.getResponseHeaders().set("Connection", connection);
            exchange.sendResponseHeaders(status, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
        threads.close();
    }

    @Test
    void everyAnswerIsCountedByItsStatus() {
        Traffic.Outcome outcome = run(Errand.POST, Pace.rush(100, LENGTH));

        assertThat(asked).hasValue(100);
        assertThat(outcome.done()).isEqualTo(90);
        assertThat(outcome.failed()).isEqualTo(10);
        assertThat(outcome.micros().getTotalCount()).isEqualTo(90);
    }

    @Test
    void atAFixedRateSoManyAreSentAsFallDue() {
        Traffic.Outcome outcome = run(Errand.GET, Pace.steady(200, Duration.ofMillis(500)));

        assertThat(outcome.done() + outcome.failed()).isEqualTo(100);
    }

    @Test
    void aConnectionThatIsClosedAfterItsAnswerIsNoFailure() {
        connection = "close";

        Traffic.Outcome outcome = run(Errand.GET, Pace.steady(40, Duration.ofSeconds(1)));

        assertThat(asked).hasValue(40);
        assertThat(outcome.done()).isEqualTo(36);
        assertThat(outcome.failed()).isEqualTo(4);
    }

    @Test
    void aPostCarriesAKilobyte() {
        String request = new String(Errand.POST.request(80, "token"), StandardCharsets.US_ASCII);

        assertThat(request.substring(request.indexOf("\r\n\r\n") + 4)).hasSize(1024);
        assertThat(request).contains("Content-Length: 1024\r\n");
    }

    private Traffic.Outcome run(Errand errand, Pace pace) {
        int port = server.getAddress().getPort();
        return Traffic.run(port, 8, errand.request(port, "token"), 200, pace);
    }
}
