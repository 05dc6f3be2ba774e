package dev.vetrina.localstack.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.vetrina.testkit.server.FreePort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PeerProcessTest {

    @TempDir
    Path folder;

    private Path log;

    @BeforeEach
    void open() {
        log = folder.resolve("log");
    }

    @Test
    void aServerThatDoesNotLookAtItsInputEndsWithItAllTheSame() throws IOException {
        PeerProcess server = PeerProcess.guarded(List.of("sleep", "600"), log);
        await().until(() -> server.handles().stream().anyMatch(PeerProcessTest::isSleep));
        List<ProcessHandle> all = server.handles();

        server.close();

        assertThat(all).noneMatch(ProcessHandle::isAlive);
    }

    @Test
    void aServerThatReadsItsInputIsToldLineByLine() throws IOException {
        try (PeerProcess server = PeerProcess.start(List.of("cat"), log)) {
            server.line("pulse {}");
            await().until(() -> Files.readString(log), "pulse {}\n"::equals);
        }
    }

    @Test
    void aServerThatDoesNotStartSaysWhy() throws IOException {
        int port = FreePort.find();
        try (PeerProcess server = PeerProcess.start(List.of("sh", "-c", "echo this is no server; exit 3"), log)) {
            assertThatThrownBy(() -> server.awaitPort(port))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("this is no server");
        }
    }

    @Test
    void whatIsNotInstalledIsNotFound() {
        assertThat(PeerProcess.program("sh")).isPresent();
        assertThat(PeerProcess.program("no-such-program-anywhere")).isEmpty();
    }

    private static boolean isSleep(ProcessHandle process) {
        return process.info()
                .command()
                .filter(command -> command.contains("sleep"))
                .isPresent();
    }
}
