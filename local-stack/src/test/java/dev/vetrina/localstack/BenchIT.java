package dev.vetrina.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vetrina.localstack.http.Json;
import dev.vetrina.localstack.stack.Port;
import dev.vetrina.localstack.stack.Ports;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code bench checkout} as the task script starts it. So short a run says nothing of speed, but all of what is right. */
class BenchIT {

    private static final Path FOLDER = Path.of("target", "bench-test");
    private static final Duration LIMIT = Duration.ofMinutes(4);

    private final Ports ports = Ports.free();

    @Test
    void aSaleIsMeasuredAndNothingIsOversoldLostOrChargedTwice() throws Exception {
        List<String> words = new ArrayList<>(List.of("bench", "checkout", "--seconds=10", "--stock=40"));
        words.add("--home=" + FOLDER.resolve("home").toAbsolutePath());
        for (Port port : Port.values()) {
            words.add(port.option() + "=" + ports.of(port));
        }
        try (Launched bench = Launched.start(FOLDER, "bench", words)) {
            bench.awaitEnd(LIMIT);

            assertThat(bench.status()).isZero();
            JsonNode figures = Json.read(bench.printed().getLast());
            List.of("ordersPerSecond", "hotRowBest", "hotRow64", "ratio", "ratioSameClients", "flatness", "millisP50")
                    .forEach(name -> assertThat(figures.path(name).asDouble())
                            .as(name)
                            .isPositive());
            List.of("oversold", "lost", "doubleCharged", "deadlocks")
                    .forEach(name -> assertThat(figures.path(name)).as(name).isEqualTo(Json.read("0")));
            // Eight sales of the hot variant, each sold out, and told so to the others.
            assertThat(figures.path("answers").path("paid").asInt()).isGreaterThan(8 * 40);
            assertThat(figures.path("answers").path("out-of-stock").asInt()).isPositive();
        }
    }
}
