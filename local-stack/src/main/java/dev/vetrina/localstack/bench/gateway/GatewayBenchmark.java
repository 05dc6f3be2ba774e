package dev.vetrina.localstack.bench.gateway;

import dev.vetrina.localstack.bench.Benchmark;
import dev.vetrina.localstack.bench.BenchmarkResult;
import dev.vetrina.localstack.bench.BenchmarkRun;
import dev.vetrina.localstack.stack.CpuClock;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;

/** The gateway beside others of its kind. */
public final class GatewayBenchmark implements Benchmark {

    @Override
    public String name() {
        return "gateway";
    }

    @Override
    public String summary() {
        return "a kilobyte through our gateway, beside nginx and Spring Cloud Gateway before the same service";
    }

    @Override
    public int usualSeconds() {
        return 180;
    }

    @Override
    public BenchmarkResult run(BenchmarkRun run) {
        try {
            Files.createDirectories(run.rawFigures());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try (Fronts fronts = Fronts.start(run)) {
            CpuClock cpu = CpuClock.now();
            GatewayFigures figures = new GatewayProgram(run, fronts).play();
            BenchmarkResult result = new GatewayReport(
                            figures, fronts.service().name(), CpuClock.now().stolenSince(cpu))
                    .result();
            write(run, figures.rounds(), result);
            return result;
        }
    }

    private static void write(BenchmarkRun run, List<GatewayRound> rounds, BenchmarkResult result) {
        try (PrintWriter out =
                new PrintWriter(Files.newBufferedWriter(run.rawFigures().resolve("rounds.csv")))) {
            Files.writeString(run.rawFigures().resolve("result.json"), result.json() + "\n");
            out.println("front,errand,length_millis,offered_per_second,done,failed,p50_micros,p99_micros");
            rounds.forEach(round -> out.println(String.join(
                    ",",
                    round.front(),
                    round.errand().label(),
                    Long.toString(round.length().toMillis()),
                    Long.toString(Math.round(round.offered())),
                    Long.toString(round.outcome().done()),
                    Long.toString(round.outcome().failed()),
                    Long.toString(round.outcome().micros().getValueAtPercentile(50)),
                    Long.toString(round.outcome().micros().getValueAtPercentile(99)))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
