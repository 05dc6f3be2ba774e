package dev.vetrina.kit.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vetrina.testkit.Api;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.formatters.JsonFormatter;
import org.junit.jupiter.api.Test;

/** What is logged for a request can be found by what its answer says. */
@QuarkusTest
class RequestLogTest {

    @Test
    void aLogLineIsAJsonObjectWithTheRequestsIdAndTrace() {
        try (Captured captured = new Captured()) {
            var answer = Api.anonymous().header("X-Request-Id", "log-test-1").get("/v1/trials/failing/otherwise");
            String line = captured.lineWith("A request failed unexpectedly");

            JsonPath logged = JsonPath.from(line);
            assertThat(logged.getString("mdc.requestId")).isEqualTo("log-test-1");
            assertThat(answer.header("traceparent")).contains(logged.getString("mdc.traceId"));
            assertThat(logged.getString("level")).isEqualTo("ERROR");
        }
    }

    @Test
    void servicesLogJsonUnlessAPersonDevelopsOrTests() throws Exception {
        Properties defaults = new Properties();
        try (var file = RequestIds.class.getResourceAsStream("/META-INF/microprofile-config.properties")) {
            defaults.load(file);
        }
        assertThat(defaults).containsEntry("quarkus.log.console.json.enabled", "true");
    }

    private static final class Captured extends Handler implements AutoCloseable {

        private final List<String> lines = new CopyOnWriteArrayList<>();
        private final JsonFormatter json = new JsonFormatter();
        private final Logger logger = Logger.getLogger("dev.vetrina.kit.problem");

        Captured() {
            logger.addHandler(this);
        }

        @Override
        public void publish(LogRecord line) {
            lines.add(json.format(ExtLogRecord.wrap(line)));
        }

        String lineWith(String text) {
            return lines.stream()
                    .filter(line -> line.contains(text))
                    .findFirst()
                    .orElseThrow();
        }

        @Override
        public void flush() {
            // Nothing is buffered.
        }

        @Override
        public void close() {
            logger.removeHandler(this);
        }
    }
}
