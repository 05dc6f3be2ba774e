package dev.vetrina.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vetrina.localstack.bench.BenchmarkResult;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BenchCommandTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final BenchCommand command = new BenchCommand(stream(out), stream(err));

    @Test
    void aRunThatCountsHasStatusZeroAndNoComplaint() {
        assertThat(command.conclude(result(List.of(), List.of()))).isZero();

        assertThat(lines(out)).containsExactly("This run counts.", "{\"ordersPerSecond\":7}");
        assertThat(lines(err)).isEmpty();
    }

    @Test
    void aRunThatWasDisturbedHasStatusTwoAndSaysThatNothingWasDoneWrong() {
        assertThat(command.conclude(result(List.of("The baseline changed."), List.of())))
                .isEqualTo(2);

        assertThat(lines(out)).contains("The baseline changed.").last().isEqualTo("{\"ordersPerSecond\":7}");
        assertThat(lines(err))
                .singleElement()
                .asString()
                .contains("Nothing was done wrong")
                .contains("VOID");
    }

    @Test
    void harmHasStatusOneAndOneSentenceThoughTheRunWasDisturbedToo() {
        assertThat(command.conclude(result(List.of("The baseline changed."), List.of("Oversold 1.", "  variant 1"))))
                .isEqualTo(1);

        assertThat(lines(out)).contains("The baseline changed.", "Oversold 1.", "  variant 1");
        assertThat(lines(out)).last().isEqualTo("{\"ordersPerSecond\":7}");
        assertThat(lines(err)).containsExactly("Oversold 1.");
    }

    private static BenchmarkResult result(List<String> flaws, List<String> harm) {
        return new BenchmarkResult("", Map.of("ordersPerSecond", 7), flaws, harm);
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static List<String> lines(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
