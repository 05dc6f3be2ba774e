package dev.vetrina.localstack.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Ends processes of a stack whose launcher is gone, where even the watchdog was. */
final class Leftovers {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private Leftovers() {}

    /** Returns how many there were. Only processes that are surely those of the run file are ended. */
    static int stop(RunFile run) {
        List<ProcessHandle> living = run.children().entrySet().stream()
                .flatMap(child ->
                        child.getValue().living().stream().peek(process -> signal(process, signalFor(child.getKey()))))
                .toList();
        if (!ended(living, PATIENCE)) {
            living.forEach(ProcessHandle::destroyForcibly);
            ended(living, PATIENCE);
        }
        return living.size();
    }

    /** SIGINT is PostgreSQL's fast shutdown; on SIGTERM it waits for its clients to leave. */
    static String signalFor(String child) {
        return child.equals(LocalStack.POSTGRESQL) ? "INT" : "TERM";
    }

    static void signal(ProcessHandle process, String signal) {
        try {
            new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static boolean ended(Collection<ProcessHandle> processes, Duration patience) {
        try {
            CompletableFuture.allOf(
                            processes.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new))
                    .get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException stillThere) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
