package dev.vetrina.localstack.bench.room;

import dev.vetrina.localstack.bench.BenchmarkResult;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramIterationValue;

/** Everything that was measured, for whoever wants to compute something else from it. */
record RoomRecord(Path folder) {

    /** {@code rounds.csv} and {@code latencies.csv}, a line each round and each millisecond, and {@code result.json}. */
    void write(List<RoomRound> rounds, BenchmarkResult result) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("result.json"), result.json() + "\n");
            try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(folder.resolve("rounds.csv")));
                    PrintWriter latencies = new PrintWriter(Files.newBufferedWriter(folder.resolve("latencies.csv")))) {
                out.println(
                        "round,contender,viewers,happened_millis,took_millis,facts,pulses,missing,disorder,lost,bytes,"
                                + "cpu_millis,front_cpu_millis");
                latencies.println("round,what,millis,count");
                for (int number = 0; number < rounds.size(); number++) {
                    RoomRound round = rounds.get(number);
                    out.println((number + 1) + "," + line(round));
                    write((number + 1) + ",fact,", round.reception().facts(), latencies);
                    write((number + 1) + ",chat,", round.reception().chat(), latencies);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String line(RoomRound round) {
        Reception reception = round.reception();
        return String.join(
                ",",
                round.contender(),
                Integer.toString(reception.viewers()),
                Long.toString(round.length().toMillis()),
                Long.toString(round.took().toMillis()),
                Long.toString(reception.factsTold()),
                Long.toString(reception.pulses()),
                Long.toString(reception.missing()),
                Long.toString(reception.disorder()),
                Long.toString(reception.lost()),
                Long.toString(reception.bytes()),
                Long.toString(Math.round(1000 * round.cpuSeconds())),
                Long.toString(Math.round(1000 * round.frontCpuSeconds())));
    }

    private static void write(String begin, Histogram histogram, PrintWriter out) {
        for (HistogramIterationValue value : histogram.recordedValues()) {
            out.println(begin + value.getValueIteratedTo() + "," + value.getCountAddedInThisIterationStep());
        }
    }
}
