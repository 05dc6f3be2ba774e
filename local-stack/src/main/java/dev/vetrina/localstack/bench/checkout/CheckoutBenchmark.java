package dev.vetrina.localstack.bench.checkout;

import dev.vetrina.localstack.bench.Benchmark;
import dev.vetrina.localstack.bench.BenchmarkResult;
import dev.vetrina.localstack.bench.BenchmarkRun;
import dev.vetrina.localstack.bench.FsyncProbe;

/** Everybody wants the same thing in the same second. */
public final class CheckoutBenchmark implements Benchmark {

    @Override
    public String name() {
        return "checkout";
    }

    @Override
    public String summary() {
        return "orders placed and paid of one hot variant, beside one row sold by one transaction after the other";
    }

    @Override
    public int usualSeconds() {
        return 120;
    }

    @Override
    public BenchmarkResult run(BenchmarkRun run) {
        double fsyncMillis = FsyncProbe.medianMillis(run.data());
        PurchaseWay way = run.options().twoCalls() ? PurchaseWay.TWO_CALLS : PurchaseWay.ONE_CALL;
        CheckoutReport report = new CheckoutProgram(run, way).play(fsyncMillis);
        BenchmarkResult result = report.result();
        new PurchaseRecord(run.rawFigures()).write(report.figures().rounds(), result);
        return result;
    }
}
