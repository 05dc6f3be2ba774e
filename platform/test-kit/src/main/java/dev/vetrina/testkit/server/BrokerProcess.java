package dev.vetrina.testkit.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Launches {@link EmbeddedKafkaMain} in a JVM of its own and waits until it serves. */
final class BrokerProcess {

    private static final int START_SECONDS = 90;

    private static final List<String> JVM_OPTIONS = List.of(
            "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
            // Kafka unmaps its files, and looks for Log4j: what the JVM and Log4j have to say about it helps nobody.
            "--sun-misc-unsafe-memory-access=allow",
            "-Dlog4j2.loggerContextFactory=org.apache.logging.log4j.simple.SimpleLoggerContextFactory");

    private BrokerProcess() {}

    /** Returns a broker that serves; its warnings are appended to {@code log}. */
    static Process launch(int port, Path dataDirectory, Path log, BrokerLaunch launch) {
        Path argumentFile = argumentFile(port, dataDirectory, launch);
        try {
            Process launched = new ProcessBuilder(launch.command(java(), "@" + argumentFile))
                    .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            awaitReady(launched, log);
            return launched;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            argumentFile.toFile().delete();
        }
    }

    /** A class path can be longer than a command line may be, hence the file. */
    private static Path argumentFile(int port, Path dataDirectory, BrokerLaunch launch) {
        List<String> command = List.of(
                "-cp",
                BrokerClassPath.current(),
                EmbeddedKafkaMain.class.getName(),
                Integer.toString(port),
                dataDirectory.toString());
        try {
            Path file = Files.createTempFile("vetrina-kafka", ".args");
            Files.write(file, launch.memoryOptions());
            Files.write(file, JVM_OPTIONS, StandardOpenOption.APPEND);
            return Files.writeString(
                    file,
                    String.join(
                            "\n", command.stream().map(BrokerProcess::quoted).toList()),
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String quoted(String argument) {
        return '"' + argument.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static void awaitReady(Process launched, Path log) {
        CompletableFuture<@Nullable Void> ready = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> readAnswers(launched, ready));
        try {
            ready.get(START_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            launched.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while Kafka started", e);
        } catch (ExecutionException | TimeoutException e) {
            launched.destroyForcibly();
            throw new IllegalStateException(
                    "Kafka did not start within " + START_SECONDS + " s; the end of its log:\n" + Directories.tail(log),
                    e);
        }
    }

    /** Reads to the end, not just to the answer: a full pipe would stop the broker. */
    private static void readAnswers(Process launched, CompletableFuture<@Nullable Void> ready) {
        try (BufferedReader answers = launched.inputReader(StandardCharsets.UTF_8)) {
            for (String line = answers.readLine(); line != null; line = answers.readLine()) {
                if (line.startsWith("ready ")) {
                    ready.complete(null);
                }
            }
            ready.completeExceptionally(new IOException("The broker's process ended"));
        } catch (IOException e) {
            ready.completeExceptionally(e);
        }
    }
}
