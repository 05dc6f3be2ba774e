package dev.vetrina.localstack.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class WatchdogTest {

    @Test
    void whatIsWatchedEndsWhenTheLauncherLetsGoOfThePipe() throws Exception {
        Process watched = sleeping();
        Process forgotten = sleeping();
        try {
            Watchdog watchdog = Watchdog.start();
            watchdog.watch(watched.toHandle(), "TERM");
            watchdog.watch(forgotten.toHandle(), "TERM");
            watchdog.forget(forgotten.toHandle());

            watchdog.close();

            assertThat(watched.waitFor(10, TimeUnit.SECONDS)).isTrue();
            assertThat(forgotten.isAlive()).isTrue();
        } finally {
            watched.destroyForcibly();
            forgotten.destroyForcibly();
        }
    }

    @Test
    void whoDoesNotListenIsEndedAllTheSame() throws Exception {
        Process deaf = new ProcessBuilder("sh", "-c", "trap '' TERM; echo deaf; while true; do sleep 1; done").start();
        try {
            assertThat(deaf.inputReader().readLine()).isEqualTo("deaf");
            Watchdog watchdog = Watchdog.start();
            watchdog.watch(deaf.toHandle(), "TERM");

            watchdog.close();

            assertThat(deaf.waitFor(20, TimeUnit.SECONDS)).isTrue();
        } finally {
            deaf.destroyForcibly();
        }
    }

    private static Process sleeping() throws IOException {
        return new ProcessBuilder("sleep", "60").start();
    }
}
