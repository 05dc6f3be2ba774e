package dev.vetrina.order.webhook.delivery;

import dev.vetrina.order.commit.Combiner;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Writes what gathers while the one before commits: endpoints are many, and a commit costs the same for one and for all. */
@ApplicationScoped
class Outcomes {

    private static final int QUEUE = 20_000;
    private static final int LARGEST = 500;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final OutcomeRows rows;
    private final Combiner<Unwritten> combiner;

    Outcomes(OutcomeRows rows) {
        this.rows = rows;
        this.combiner = new Combiner<>("webhook-outcomes", QUEUE, LARGEST, new Together());
    }

    private record Unwritten(Outcome outcome, CompletableFuture<Outcome> written) {}

    void start(@Observes StartupEvent event) {
        combiner.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        combiner.stop();
    }

    /** Waits until it is committed. What could not be written is sent again later: the receiver knows it by its id. */
    void write(Outcome outcome) {
        Unwritten unwritten = new Unwritten(outcome, new CompletableFuture<>());
        if (!combiner.offer(unwritten) || combiner.withdrawIfStopped(unwritten)) {
            throw new UnwrittenException("there is no room for it", null);
        }
        try {
            Outcome _ = unwritten.written().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new UnwrittenException("the database does not take it", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnwrittenException("interrupted", e);
        }
    }

    static final class UnwrittenException extends RuntimeException {
        UnwrittenException(String why, @Nullable Exception cause) {
            super(why, cause);
        }
    }

    private final class Together implements Combiner.Taker<Unwritten> {
        @Override
        public void take(List<Unwritten> gathered) {
            List<Outcome> outcomes = gathered.stream().map(Unwritten::outcome).toList();
            Deadlocks.outlast(() -> write(outcomes));
            gathered.forEach(unwritten -> unwritten.written().complete(unwritten.outcome()));
        }

        private void write(List<Outcome> outcomes) {
            int _ = QuarkusTransaction.requiringNew().call(() -> {
                rows.write(outcomes);
                return outcomes.size();
            });
        }

        @Override
        public void fail(List<Unwritten> gathered, Throwable cause) {
            gathered.forEach(unwritten -> unwritten.written().completeExceptionally(cause));
        }
    }
}
