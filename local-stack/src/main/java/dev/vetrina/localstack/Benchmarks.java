package dev.vetrina.localstack;

import dev.vetrina.localstack.bench.Benchmark;
import dev.vetrina.localstack.bench.SmokeBenchmark;
import dev.vetrina.localstack.bench.checkout.CheckoutBenchmark;
import dev.vetrina.localstack.bench.gateway.GatewayBenchmark;
import dev.vetrina.localstack.bench.room.RoomBenchmark;
import dev.vetrina.localstack.bench.siege.SiegeBenchmark;
import dev.vetrina.localstack.stack.StackFailure;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** All that there are. */
final class Benchmarks {

    private static final List<Benchmark> ALL = List.of(
            new SmokeBenchmark(),
            new CheckoutBenchmark(),
            new RoomBenchmark(),
            new GatewayBenchmark(),
            new SiegeBenchmark());

    private Benchmarks() {}

    /** @throws StackFailure that names those that there are */
    static Benchmark named(String name) {
        return ALL.stream()
                .filter(benchmark -> benchmark.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new StackFailure("There is no benchmark '" + name + "', but there is "
                        + ALL.stream().map(Benchmark::name).collect(Collectors.joining(", ")) + "."));
    }

    /** One line each. */
    static String list() {
        return ALL.stream()
                .map(benchmark -> String.format(Locale.ROOT, "  %-10s %s%n", benchmark.name(), benchmark.summary()))
                .collect(Collectors.joining());
    }
}
