package dev.vetrina.localstack.bench;

/** Something that can be measured with {@code ./vetrina bench NAME}. */
public interface Benchmark {

    String name();

    /** One line for the list. */
    String summary();

    /** How long load is made if nothing else is asked for. */
    default int usualSeconds() {
        return 90;
    }

    /** Prepares what it needs over the public API, measures, and leaves its raw figures behind. */
    BenchmarkResult run(BenchmarkRun run);
}
