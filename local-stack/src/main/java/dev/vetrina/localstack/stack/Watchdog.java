package dev.vetrina.localstack.stack;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/**
 * A shell that outlives the launcher by a few seconds: it reads from a pipe whose other end the launcher holds, and once
 * that end is gone, be it by {@code kill -9}, it ends every process it was told of. This is how nothing stays behind.
 */
final class Watchdog implements AutoCloseable {

    private static final String SCRIPT = """
            trap '' INT HUP
            watched=
            while read -r verb signal pid; do
              rest=
              for entry in $watched; do
                [ "${entry#*:}" = "$pid" ] || rest="$rest $entry"
              done
              watched=$rest
              [ "$verb" = watch ] && watched="$watched $signal:$pid"
            done
            for entry in $watched; do kill "-${entry%%:*}" "${entry#*:}" 2>/dev/null; done
            for second in 1 2 3 4 5 6 7 8 9 10; do
              left=
              for entry in $watched; do
                kill -0 "${entry#*:}" 2>/dev/null && left="$left $entry"
              done
              [ -z "$left" ] && exit 0
              sleep 1
            done
            for entry in $left; do kill -KILL "${entry#*:}" 2>/dev/null; done
            """;

    private final Process shell;
    private final BufferedWriter orders;
    private boolean closed;

    private Watchdog(Process shell) {
        this.shell = shell;
        this.orders = shell.outputWriter(StandardCharsets.UTF_8);
    }

    static Watchdog start() {
        try {
            return new Watchdog(new ProcessBuilder("sh", "-c", SCRIPT)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ProcessHandle handle() {
        return shell.toHandle();
    }

    /** From now on the process gets {@code signal}, such as TERM, when the launcher is gone. */
    void watch(ProcessHandle process, String signal) {
        say("watch " + signal + " " + process.pid());
    }

    /** The process has ended, and its id may soon be somebody else's. */
    void forget(ProcessHandle process) {
        say("forget - " + process.pid());
    }

    private synchronized void say(String order) {
        if (closed) {
            return;
        }
        try {
            orders.write(order + "\n");
            orders.flush();
        } catch (IOException e) {
            throw new StackFailure("The watchdog process has ended: stop the stack and start it again.", e);
        }
    }

    /** Ends whatever is still watched. */
    @Override
    public synchronized void close() {
        closed = true;
        try {
            orders.close();
            shell.waitFor(15, TimeUnit.SECONDS);
        } catch (IOException alreadyGone) {
            shell.destroy();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
