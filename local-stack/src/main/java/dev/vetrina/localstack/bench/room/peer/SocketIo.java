package dev.vetrina.localstack.bench.room.peer;

import dev.vetrina.localstack.bench.PeerProcess;
import dev.vetrina.localstack.bench.room.Contender;
import dev.vetrina.localstack.bench.room.FeedAddress;
import dev.vetrina.localstack.bench.room.RecordedFrame;
import dev.vetrina.localstack.bench.room.Recording;
import dev.vetrina.localstack.bench.room.viewer.FeedProtocol;
import dev.vetrina.testkit.server.FreePort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Socket.IO on Node.js over WebSockets, one process, as it is when nothing is set.
 *
 * @param sources where the server's program and the list of its packages are
 * @param folder where the packages are installed, once
 */
public record SocketIo(Path sources, Path folder, Supplier<List<RecordedFrame>> frames) implements Contender {

    public static final String NAME = "socket.io";

    private static final List<String> FILES = List.of("package.json", "package-lock.json", "server.js");
    private static final int INSTALL_SECONDS = 120;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Venue open() throws IOException {
        Path node = PeerProcess.program("node").orElseThrow(() -> new IOException("there is no node on the path"));
        install();
        int port = FreePort.find();
        PeerProcess process = PeerProcess.start(
                List.of(node.toString(), folder.resolve("server.js").toString(), Integer.toString(port)),
                folder.resolve("node.log"));
        try {
            process.awaitPort(port);
        } catch (IOException e) {
            process.close();
            throw e;
        }
        return new Server(process, port, new Replay(frames.get()));
    }

    /** Exactly the versions that are written down. */
    private void install() throws IOException {
        Files.createDirectories(folder);
        boolean same = Files.isDirectory(folder.resolve("node_modules"));
        for (String file : FILES) {
            byte[] wanted = Files.readAllBytes(sources.resolve(file));
            Path copy = folder.resolve(file);
            same &= Files.exists(copy) && Arrays.equals(wanted, Files.readAllBytes(copy));
            Files.write(copy, wanted);
        }
        if (!same) {
            Path npm = PeerProcess.program("npm").orElseThrow(() -> new IOException("there is no npm on the path"));
            run(List.of(npm.toString(), "ci", "--no-audit", "--no-fund", "--ignore-scripts"));
        }
    }

    private void run(List<String> command) throws IOException {
        Path log = folder.resolve("npm.log");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            if (!process.waitFor(INSTALL_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IOException("npm ci failed, as " + log + " tells");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            process.destroy();
        }
    }

    private record Server(PeerProcess process, int port, Replay replay) implements Venue {

        @Override
        public FeedAddress feed() {
            return new FeedAddress(FeedProtocol.SOCKET_IO, port, "/socket.io/?EIO=4&transport=websocket");
        }

        @Override
        public List<ProcessHandle> servers() {
            return process.handles();
        }

        @Override
        public Recording play(Duration length) {
            return replay.play(length, frame -> process.line(frame.name() + " " + frame.data()));
        }

        @Override
        public void close() {
            process.close();
        }
    }
}
