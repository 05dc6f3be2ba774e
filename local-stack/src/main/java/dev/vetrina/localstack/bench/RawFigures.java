package dev.vetrina.localstack.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Everything that was measured, for whoever wants to compute something else from it. */
final class RawFigures {

    private final Path folder;

    RawFigures(Path folder) {
        this.folder = folder;
    }

    /** {@code rounds.csv} and {@code requests.csv}, one line each, and {@code result.json}. */
    void write(List<Round> rounds, BenchmarkResult result) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("result.json"), result.json() + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        csv("rounds.csv", out -> {
            out.println("round,operation,loop,side,seconds,offered_per_second,per_second,failed,stolen_share");
            for (int number = 0; number < rounds.size(); number++) {
                out.println(line(number + 1, rounds.get(number)));
            }
        });
        csv("requests.csv", out -> {
            out.println("round,begun_micros,took_micros,status");
            for (int number = 0; number < rounds.size(); number++) {
                for (Sample sample : rounds.get(number).samples()) {
                    out.println((number + 1) + "," + sample.begunNanos() / 1000 + "," + sample.tookNanos() / 1000 + ","
                            + sample.status());
                }
            }
        });
    }

    private void csv(String name, Consumer<PrintWriter> content) {
        try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(folder.resolve(name)))) {
            content.accept(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String line(int number, Round round) {
        return String.format(
                Locale.ROOT,
                "%d,%s,%s,%s,%.3f,%.1f,%.1f,%d,%s",
                number,
                round.operation(),
                round.loop().label(),
                round.side().label(),
                round.length().toNanos() / 1e9,
                round.offered(),
                round.perSecond(),
                round.failed(),
                round.stolen().isPresent()
                        ? String.format(Locale.ROOT, "%.3f", round.stolen().getAsDouble())
                        : "");
    }
}
