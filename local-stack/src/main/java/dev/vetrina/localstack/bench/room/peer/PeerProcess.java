package dev.vetrina.localstack.bench.room.peer;

import dev.vetrina.localstack.stack.Pauses;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A server that runs as long as its input is open. */
public final class PeerProcess implements AutoCloseable {

    /** For a server that does not look at its input: the shell does so for it. */
    private static final List<String> GUARD = List.of("sh", "-c", "\"$@\" & cat >/dev/null; kill $!; wait $!", "guard");

    private static final Duration START_LIMIT = Duration.ofSeconds(20);
    private static final Duration POLL = Duration.ofMillis(50);
    private static final int STOP_SECONDS = 10;

    private final Process process;
    private final Writer input;
    private final Path log;

    private PeerProcess(Process process, Path log) {
        this.process = process;
        this.input = process.outputWriter(StandardCharsets.UTF_8);
        this.log = log;
    }

    public static PeerProcess guarded(List<String> command, Path log) throws IOException {
        return start(Stream.concat(GUARD.stream(), command.stream()).toList(), log);
    }

    static PeerProcess start(List<String> command, Path log) throws IOException {
        return new PeerProcess(
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start(),
                log);
    }

    /** A program on the path, or where Linux keeps servers. */
    static Optional<Path> program(String name) {
        String path = System.getenv().getOrDefault("PATH", "");
        return Stream.concat(Arrays.stream(path.split(File.pathSeparator)), Stream.of("/usr/sbin", "/usr/local/sbin"))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Returns once it takes connections. */
    public void awaitPort(int port) throws IOException {
        long deadline = System.nanoTime() + START_LIMIT.toNanos();
        while (!takesConnections(port)) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                throw new IOException(
                        "it did not start: " + Files.readString(log).strip());
            }
            Pauses.pause(POLL);
        }
    }

    private static boolean takesConnections(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    void line(String text) {
        try {
            input.write(text + "\n");
            input.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("it takes no frame any more", e);
        }
    }

    /** It and all that it has started. */
    List<ProcessHandle> handles() {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .toList();
    }

    @Override
    public void close() {
        List<ProcessHandle> all = handles();
        try {
            input.close();
            if (process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                return;
            }
        } catch (IOException goneAlready) {
            // What is left of it is ended below.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        all.forEach(ProcessHandle::destroyForcibly);
    }
}
