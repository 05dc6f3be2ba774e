package dev.vetrina.localstack.bench.checkout;

import dev.vetrina.localstack.stack.Port;
import dev.vetrina.localstack.stack.Ports;
import dev.vetrina.localstack.stack.StackFailure;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The baseline by PostgreSQL's own load generator, with prepared statements. */
record PgBench(Path executable, Ports ports) implements HotRow {

    private static final Pattern RATE = Pattern.compile("^tps = ([0-9.]+)", Pattern.MULTILINE);

    static Optional<Path> onPath() {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(folder -> Path.of(folder, "pgbench"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    @Override
    public String program() {
        return "pgbench";
    }

    @Override
    public double perSecond(int clients, Duration length) {
        try {
            Path script = Files.createTempFile("vetrina-hot-row", ".sql");
            try {
                Files.writeString(script, String.join(";\n", "begin", UPDATE, INSERT, "commit;"));
                return rate(run(clients, length, script));
            } finally {
                Files.delete(script);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static double rate(String output) {
        Matcher rate = RATE.matcher(output);
        if (!rate.find()) {
            throw new StackFailure("pgbench failed:\n" + output);
        }
        return Double.parseDouble(rate.group(1));
    }

    private String run(int clients, Duration length, Path script) throws IOException {
        List<String> command = List.of(
                executable.toString(),
                "--no-vacuum",
                "--protocol=prepared",
                "--client=" + clients,
                "--jobs=" + Math.min(clients, Runtime.getRuntime().availableProcessors()),
                "--time=" + Math.max(1, Math.round(length.toMillis() / 1000.0)),
                "--file=" + script,
                "--host=127.0.0.1",
                "--port=" + ports.of(Port.POSTGRESQL),
                "--username=postgres",
                DATABASE);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("PGPASSWORD", "postgres");
        Process process = builder.start();
        try (var output = process.inputReader()) {
            return output.readAllAsString();
        } finally {
            process.destroy();
        }
    }
}
