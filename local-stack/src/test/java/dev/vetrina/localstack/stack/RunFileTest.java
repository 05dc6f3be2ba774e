package dev.vetrina.localstack.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFileTest {

    @TempDir
    Path home;

    @Test
    void whatIsWrittenIsReadAgain() {
        RunFile run = new RunFile(
                ProcessMark.of(ProcessHandle.current()), Map.of("order", new ProcessMark(4711, 17)), Ports.free());

        run.write(home.resolve("run"));

        assertThat(RunFile.read(home.resolve("run"))).contains(run);
        assertThat(RunningStack.in(home)).contains(new RunningStack(run.ports(), Map.of()));
    }

    @Test
    void aStackIsNotRunningOnceItsLauncherIsGone() throws Exception {
        Process launcher = new ProcessBuilder("sleep", "60").start();
        new RunFile(ProcessMark.of(launcher.toHandle()), Map.of(), Ports.free()).write(home.resolve("run"));
        assertThat(RunningStack.in(home)).isPresent();

        launcher.destroyForcibly().waitFor();

        assertThat(RunningStack.in(home)).isEmpty();
    }

    @Test
    void aProcessOfTheSameIdThatBeganLaterIsAnother() {
        ProcessMark self = ProcessMark.of(ProcessHandle.current());

        assertThat(self.living()).isPresent();
        assertThat(new ProcessMark(self.pid(), self.started() - 60_000).living())
                .isEmpty();
    }

    @Test
    void halfAFileSaysNothing() throws IOException {
        Files.writeString(home.resolve("run"), "launcher=12");
        assertThat(RunFile.read(home.resolve("run"))).isPresent();
        Files.writeString(home.resolve("run"), "laun");
        assertThat(RunFile.read(home.resolve("run"))).isEmpty();
        assertThat(RunFile.read(home.resolve("nothing"))).isEmpty();
    }

    @Test
    void leftoversAreEndedAndStrangersAreNot() throws Exception {
        Process leftover = new ProcessBuilder("sleep", "60").start();
        Process stranger = new ProcessBuilder("sleep", "60").start();
        try {
            ProcessMark mistaken = new ProcessMark(stranger.pid(), 1);
            RunFile run = new RunFile(
                    new ProcessMark(1, 1),
                    Map.of("order", ProcessMark.of(leftover.toHandle()), "live", mistaken),
                    Ports.free());

            assertThat(Leftovers.stop(run)).isEqualTo(1);
            assertThat(Leftovers.ended(List.of(leftover.toHandle()), Duration.ofSeconds(5)))
                    .isTrue();
            assertThat(stranger.isAlive()).isTrue();
        } finally {
            leftover.destroyForcibly();
            stranger.destroyForcibly();
        }
    }
}
