package dev.vetrina.gateway.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vetrina.gateway.GatewayTest;
import dev.vetrina.gateway.Stubs;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.Test;

/** What is logged of a request can be found by what its answer says. */
@GatewayTest
class LoggedIdsTest {

    @Test
    void aServiceThatGivesNoAnswerIsLoggedWithTheRequestsIdAndTrace() {
        Stubs.order().does(request -> request.connection().close());
        try (Captured captured = new Captured("dev.vetrina.gateway.proxy")) {
            String trace = given().header("X-Request-Id", "logged-1")
                    .get("/v1/orders")
                    .then()
                    .statusCode(502)
                    .extract()
                    .header("traceparent");

            assertThat(captured.lines).singleElement().satisfies(line -> {
                assertThat(line.getMdc("requestId")).isEqualTo("logged-1");
                assertThat(trace).contains(line.getMdc("traceId"));
            });
        }
    }

    private static final class Captured extends Handler implements AutoCloseable {

        private final List<ExtLogRecord> lines = new CopyOnWriteArrayList<>();
        private final Logger logger;

        Captured(String category) {
            logger = Logger.getLogger(category);
            logger.addHandler(this);
        }

        @Override
        public void publish(LogRecord line) {
            ExtLogRecord extended = ExtLogRecord.wrap(line);
            extended.copyMdc();
            lines.add(extended);
        }

        @Override
        public void flush() {
            // Nothing is held back.
        }

        @Override
        public void close() {
            logger.removeHandler(this);
        }
    }
}
