package dev.vetrina.localstack.bench.room;

import dev.vetrina.localstack.bench.room.viewer.ViewerMain;
import dev.vetrina.localstack.stack.StackFailure;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A process with some of the viewers. It ends with this one, whose end is the end of its input. */
final class ViewerProcess implements AutoCloseable {

    private static final int STOP_SECONDS = 10;

    private final Process process;
    private final BufferedReader answers;
    private final Writer orders;

    private ViewerProcess(Process process) {
        this.process = process;
        this.answers = process.inputReader(StandardCharsets.US_ASCII);
        this.orders = process.outputWriter(StandardCharsets.US_ASCII);
    }

    /** @param source the address to come from */
    static ViewerProcess start(Optional<String> source) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx192m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                ViewerMain.class.getName()));
        source.ifPresent(command::add);
        try {
            return new ViewerProcess(new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void order(String line) {
        try {
            orders.write(line + "\n");
            orders.flush();
        } catch (IOException e) {
            throw new StackFailure("A process of viewers has ended.", e);
        }
    }

    /** The answer to the oldest order that was not answered yet. */
    String answer(Duration limit) {
        CompletableFuture<String> line = new CompletableFuture<>();
        Thread.startVirtualThread(() -> {
            try {
                line.complete(answers.readLine());
            } catch (IOException e) {
                line.completeExceptionally(e);
            }
        });
        try {
            String answer = line.get(limit.toMillis(), TimeUnit.MILLISECONDS);
            if (answer == null) {
                throw new StackFailure("A process of viewers has ended.");
            }
            return answer;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure("Interrupted.", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new StackFailure("A process of viewers did not answer within " + limit.toSeconds() + " s.", e);
        }
    }

    @Override
    public void close() {
        try {
            orders.close();
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
