package dev.vetrina.localstack.stack;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** Does several things at once and returns when all are done; the first failure interrupts the others. */
final class Parallel {

    private Parallel() {}

    static void run(List<Runnable> tasks) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var done = new ExecutorCompletionService<@Nullable Void>(threads);
            tasks.forEach(task -> done.submit(callable(task)));
            try {
                for (int finished = 0; finished < tasks.size(); finished++) {
                    done.take().get();
                }
            } catch (ExecutionException e) {
                threads.shutdownNow();
                throw e.getCause() instanceof RuntimeException failure
                        ? failure
                        : new IllegalStateException(e.getCause());
            } catch (InterruptedException e) {
                threads.shutdownNow();
                Thread.currentThread().interrupt();
                throw new StackFailure("The start was interrupted.", e);
            }
        }
    }

    private static Callable<@Nullable Void> callable(Runnable task) {
        return () -> {
            task.run();
            return null;
        };
    }
}
