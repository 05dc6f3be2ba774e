package dev.vetrina.localstack.bench;

import dev.vetrina.localstack.stack.Ports;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What a benchmark runs with.
 *
 * @param project the folder of the project
 * @param ports where the system is, on the loopback interface
 * @param processes of the system, by name
 * @param issuer whose tokens it takes
 * @param data the folder in which its data is kept
 * @param rawFigures the folder for everything that was measured
 * @param load how long load is made, all rounds together
 * @param options what was asked for beside that
 * @param progress is told line by line what happens
 */
public record BenchmarkRun(
        Path project,
        Ports ports,
        Map<String, ProcessHandle> processes,
        String issuer,
        Path data,
        Path rawFigures,
        Duration load,
        BenchmarkOptions options,
        Consumer<String> progress) {}
