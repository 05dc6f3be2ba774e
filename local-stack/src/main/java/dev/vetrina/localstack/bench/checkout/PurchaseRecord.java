package dev.vetrina.localstack.bench.checkout;

import dev.vetrina.localstack.bench.BenchmarkResult;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Every press of the button, for whoever wants to compute something else from it. */
record PurchaseRecord(Path folder) {

    /** {@code purchases.csv}, a line each, and {@code result.json}. */
    void write(List<SaleRound> rounds, BenchmarkResult result) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("result.json"), result.json() + "\n");
            try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(folder.resolve("purchases.csv")))) {
                out.println("round,kind,buyers,begun_micros,took_micros,answer");
                for (int number = 0; number < rounds.size(); number++) {
                    write(number + 1, rounds.get(number), out);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(int number, SaleRound round, PrintWriter out) {
        String begin = number + "," + round.kind() + "," + round.buyers() + ",";
        for (Purchase purchase : round.purchases()) {
            out.println(
                    begin + purchase.begunNanos() / 1000 + "," + purchase.tookNanos() / 1000 + "," + purchase.answer());
        }
    }
}
