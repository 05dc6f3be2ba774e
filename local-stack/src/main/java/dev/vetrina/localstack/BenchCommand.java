package dev.vetrina.localstack;

import dev.vetrina.localstack.bench.Benchmark;
import dev.vetrina.localstack.bench.BenchmarkOptions;
import dev.vetrina.localstack.bench.BenchmarkResult;
import dev.vetrina.localstack.bench.BenchmarkRun;
import dev.vetrina.localstack.stack.LocalStack;
import dev.vetrina.localstack.stack.Port;
import dev.vetrina.localstack.stack.RunningStack;
import dev.vetrina.localstack.stack.StackFailure;
import dev.vetrina.localstack.stack.StackOptions;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** {@code bench}: lists the benchmarks, or runs one on the system that is up or on one of its own. */
final class BenchCommand {

    private static final Set<String> OPTIONS = Set.of("--seconds", "--stock", "--viewers");
    private static final Set<String> FLAGS = Set.of("--two-calls");
    private static final int LEAST_SECONDS = 10;
    private static final int MOST_SECONDS = 600;

    /** Every viewer takes a file descriptor of the one gateway. */
    private static final int MOST_VIEWERS = 15_000;

    private static final String REALM = "/realms/vetrina";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss");

    /** Of a run that is to be repeated: 1 is for failures. */
    private static final int VOID = 2;

    private final PrintStream out;
    private final PrintStream err;

    BenchCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    int run(List<String> words) {
        Arguments arguments = Arguments.parse(
                words,
                StackArguments.with(FLAGS, StackArguments.FLAGS),
                StackArguments.with(OPTIONS, StackArguments.OPTIONS));
        if (arguments.names().isEmpty()) {
            out.println("The benchmarks, which ./vetrina bench NAME runs:");
            out.print(Benchmarks.list());
            return 0;
        }
        if (arguments.names().size() > 1) {
            throw new StackFailure("One benchmark at a time: they would measure each other.");
        }
        Benchmark benchmark = Benchmarks.named(arguments.names().getFirst());
        Duration load = load(arguments, benchmark);
        BenchmarkOptions options = new BenchmarkOptions(
                number(arguments, "--stock", 999_999),
                number(arguments, "--viewers", MOST_VIEWERS),
                arguments.has("--two-calls"));
        StackOptions stack = StackArguments.stackOptions(arguments);
        Optional<RunningStack> found = RunningStack.in(stack.home());
        if (found.isPresent()) {
            out.println("Joining the system that is up; what else it does takes part in the figures.");
            return measure(benchmark, found.get(), stack, load, options);
        }
        StackOptions own = ofItsOwn(stack);
        out.println("Starting a system for the benchmark:");
        try (LocalStack started = LocalStack.start(own, line -> out.println("  " + line))) {
            RunningStack running = RunningStack.in(started.options().home())
                    .orElseThrow(() -> new StackFailure("The system has ended unexpectedly."));
            return measure(benchmark, running, own, load, options);
        }
    }

    /** Beside the data that is kept, and empty: what is left from earlier would take part in the figures. */
    private static StackOptions ofItsOwn(StackOptions usual) {
        return usual.freshIn(usual.home().resolve("bench"));
    }

    private int measure(
            Benchmark benchmark, RunningStack running, StackOptions stack, Duration load, BenchmarkOptions options) {
        Path rawFigures = stack.project()
                .resolve("local-stack/target/bench")
                .resolve(benchmark.name() + "-"
                        + LocalDateTime.now(ZoneId.systemDefault()).format(TIME));
        out.println("Benchmark " + benchmark.name() + ": " + benchmark.summary() + ".");
        out.println("The load generator shares this machine's "
                + Runtime.getRuntime().availableProcessors()
                + " cores with what it measures: compare within this run only.");
        out.printf(
                Locale.ROOT,
                "The load average before was %.1f: what else runs here is measured too.%n",
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        BenchmarkResult result = benchmark.run(new BenchmarkRun(
                stack.project(),
                running.ports(),
                running.processes(),
                running.ports().url(Port.IDENTITY) + REALM,
                stack.home().resolve("data"),
                rawFigures,
                load,
                options,
                out::println));
        out.println();
        out.print(result.table());
        out.println("Everything that was measured is in " + stack.project().relativize(rawFigures) + ".");
        return conclude(result);
    }

    /** The last line is for programs. Harm is a failure, whatever else the run is worth. */
    int conclude(BenchmarkResult result) {
        result.flaws().forEach(out::println);
        result.harm().forEach(out::println);
        out.println(result.isVoid() ? "This run is VOID, for what is said above." : "This run counts.");
        out.println(result.json());
        if (!result.harm().isEmpty()) {
            err.println(result.harm().getFirst());
            return 1;
        }
        if (result.isVoid()) {
            err.println("Nothing was done wrong, but the figures are VOID: run it again while the machine is quiet.");
            return VOID;
        }
        return 0;
    }

    private static Duration load(Arguments arguments, Benchmark benchmark) {
        String given = arguments.last("--seconds").orElse(Integer.toString(benchmark.usualSeconds()));
        int seconds = given.matches("[0-9]{1,4}") ? Integer.parseInt(given) : 0;
        if (seconds < LEAST_SECONDS || seconds > MOST_SECONDS) {
            throw new StackFailure("--seconds needs a number from " + LEAST_SECONDS + " to " + MOST_SECONDS + ", not '"
                    + given + "'.");
        }
        return Duration.ofSeconds(seconds);
    }

    private static OptionalInt number(Arguments arguments, String option, int most) {
        Optional<String> given = arguments.last(option);
        if (given.isEmpty()) {
            return OptionalInt.empty();
        }
        int number = given.get().matches("[1-9][0-9]{0,8}") ? Integer.parseInt(given.get()) : 0;
        if (number < 1 || number > most) {
            throw new StackFailure(option + " needs a number from 1 to " + most + ", not '" + given.get() + "'.");
        }
        return OptionalInt.of(number);
    }
}
