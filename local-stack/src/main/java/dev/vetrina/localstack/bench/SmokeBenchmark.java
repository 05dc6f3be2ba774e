package dev.vetrina.localstack.bench;

import dev.vetrina.localstack.demo.Catalogue;
import dev.vetrina.localstack.demo.OneProduct;
import dev.vetrina.localstack.http.Call;
import dev.vetrina.localstack.http.RestApi;
import dev.vetrina.localstack.http.SignIn;
import dev.vetrina.localstack.stack.CpuClock;
import dev.vetrina.localstack.stack.Port;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** What the way through the gateway costs. */
public final class SmokeBenchmark implements Benchmark {

    /** More than can be ordered in any run. */
    private static final int UNITS = 10_000_000;

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Override
    public String name() {
        return "smoke";
    }

    @Override
    public String summary() {
        return "a read and an order through the gateway, beside the same straight at the service";
    }

    @Override
    public BenchmarkResult run(BenchmarkRun run) {
        double fsyncMillis = FsyncProbe.medianMillis(run.data());
        List<Operation> operations = prepare(run);
        Timetable timetable = Timetable.of(run.load().dividedBy(operations.size()));
        CpuClock cpu = CpuClock.now();
        List<Comparison> comparisons = operations.stream()
                .map(operation -> new Contest(operation, run.ports(), run.progress()).run(timetable))
                .toList();
        BenchmarkResult result =
                new SmokeReport(comparisons, fsyncMillis, CpuClock.now().stolenSince(cpu)).result();
        List<Round> rounds = comparisons.stream()
                .flatMap(comparison -> comparison.rounds().stream())
                .toList();
        new RawFigures(run.rawFigures()).write(rounds, result);
        return result;
    }

    /** Each operation is done once on both sides, so that a mistake does not pass for speed. */
    private static List<Operation> prepare(BenchmarkRun run) {
        RestApi api = new RestApi(URI.create(run.ports().url(Port.GATEWAY)), PATIENCE);
        SignIn signIn = SignIn.at(run.issuer());
        OneProduct product = OneProduct.onSale(api, signIn, Catalogue.samples().getLast(), UNITS);
        ReadProduct read = new ReadProduct(product.productId());
        PlaceOrder order = new PlaceOrder(product, signIn);
        for (Port service : List.of(Port.GATEWAY, read.service())) {
            new RestApi(URI.create(run.ports().url(service)), PATIENCE)
                    .require(Call.get("/v1/products/" + product.productId()));
        }
        for (Port service : List.of(Port.GATEWAY, order.service())) {
            new RestApi(URI.create(run.ports().url(service)), PATIENCE).require(order.call());
        }
        return List.of(read, order);
    }
}
