package dev.vetrina.localstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A command as the task script starts it: a process of its own, with the class path that the build has written. */
final class Launched implements AutoCloseable {

    private static final Duration STOP_LIMIT = Duration.ofSeconds(60);

    private final Process process;
    private final Path output;
    private final Path errors;

    private Launched(Process process, Path output, Path errors) {
        this.process = process;
        this.output = output;
        this.errors = errors;
    }

    /** @param name of the files in {@code folder} that take what it prints */
    static Launched start(Path folder, String name, List<String> words) throws IOException {
        Files.createDirectories(folder);
        Path output = folder.resolve(name + ".out");
        Path errors = folder.resolve(name + ".err");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Dvetrina.project=" + System.getProperty("vetrina.project", ".."),
                "-cp",
                Path.of("target", "classes").toAbsolutePath() + ":" + Files.readString(Path.of("target", "class-path")),
                Main.class.getName()));
        command.addAll(words);
        Process process = new ProcessBuilder(command)
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile())
                .start();
        return new Launched(process, output, errors);
    }

    /** A command that is not done in time is ended. */
    void awaitEnd(Duration limit) throws InterruptedException {
        if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
            close();
            throw new AssertionError("not done after " + limit.toSeconds() + " s: see " + output + " and " + errors);
        }
    }

    /** Of a command that has ended. */
    int status() {
        return process.exitValue();
    }

    List<String> printed() throws IOException {
        return Files.readAllLines(output);
    }

    List<String> complaints() throws IOException {
        return Files.readAllLines(errors);
    }

    /** Asks it to stop, which it does in order; whatever it started ends with it in any case. */
    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(STOP_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }
}
