package dev.vetrina.order.commit;

import dev.vetrina.kit.problem.Outages;
import dev.vetrina.kit.problem.ProblemException;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/**
 * Takes everything that waits, at most {@value #LARGEST_BATCH}, in one transaction; while it commits, the next batch
 * gathers. PostgreSQL holds a row lock through the commit's flush, so this, and not the statements, is what bounds the
 * sale of one hot variant. Several instances may run: the row locks make them correct, whoever comes first.
 */
@ApplicationScoped
public class GroupCommit {

    private static final Logger LOG = Logger.getLogger(GroupCommit.class);
    private static final int LARGEST_BATCH = 512;
    private static final Duration RETRY = Duration.ofMillis(200);
    /** A batch that was begun in time is still waited for. */
    private static final Duration LAST_BATCH = Duration.ofSeconds(1);

    private final BatchTransaction transaction;
    private final Combiner<Waiting<?>> combiner;
    private final Duration patience;
    private final DistributionSummary batchSize;

    GroupCommit(BatchTransaction transaction, GroupCommitSettings settings, MeterRegistry metrics) {
        this.transaction = transaction;
        this.combiner = new Combiner<>("group-commit", settings.queueSize(), LARGEST_BATCH, new Batches());
        this.patience = settings.patience();
        this.batchSize = DistributionSummary.builder("vetrina.group.commit.batch")
                .baseUnit("drafts")
                .description("Drafts taken in one transaction")
                .register(metrics);
        metrics.gauge("vetrina.group.commit.waiting", combiner, Combiner::waiting);
    }

    void start(@Observes StartupEvent event) {
        combiner.start();
    }

    /** What waits already is still taken; whoever comes later is told at once. */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        combiner.stop();
    }

    /**
     * Waits until the draft is committed.
     *
     * @throws ProblemException what the draft refused with; 503 {@code overloaded} if too many wait; 503
     *     {@code temporarily-unavailable} if it was not done in time: a repeat with the same key finds out whether it was
     */
    public <R> R submit(Draft<R> draft) {
        Waiting<R> waiting = new Waiting<>(draft, System.nanoTime() + patience.toNanos());
        if (!combiner.offer(waiting)) {
            throw ProblemException.unavailable("overloaded", "Too many requests wait.", Duration.ofSeconds(1));
        }
        if (combiner.withdrawIfStopped(waiting)) {
            throw ProblemException.unavailable(
                    "temporarily-unavailable", "The service is stopping. Please try again.", Duration.ofSeconds(1));
        }
        try {
            return waiting.result().get(longestWait().toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException known ? known : new IllegalStateException(e.getCause());
        } catch (TimeoutException e) {
            throw late();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw late();
        }
    }

    /** How long {@link #submit} waits at most: whatever was handed in before that is decided. */
    public Duration longestWait() {
        return patience.plus(LAST_BATCH);
    }

    private final class Batches implements Combiner.Taker<Waiting<?>> {
        @Override
        public void take(List<Waiting<?>> gathered) throws InterruptedException {
            batchSize.record(gathered.size());
            takeTogether(gathered);
        }

        @Override
        public void fail(List<Waiting<?>> gathered, Throwable cause) {
            LOG.error("A batch failed", cause);
            gathered.forEach(waiting -> waiting.fail(cause instanceof InterruptedException ? late() : cause));
        }
    }

    /**
     * An outage is waited for until the drafts' own deadlines: they are safe to take again, because they find their answers,
     * or their orders' states, if the lost commit did happen. Any other error is some draft's own: halves find whose. Those that are no
     * RuntimeException come here as well, for the transaction wraps them in one.
     */
    private void takeTogether(List<Waiting<?>> batch) throws InterruptedException {
        List<Waiting<?>> patient = withoutLate(batch);
        while (!patient.isEmpty()) {
            try {
                transaction.commit(patient).forEach(BatchTransaction.Outcome::tell);
                return;
            } catch (RuntimeException e) {
                if (!Outages.causedBy(e)) {
                    separate(patient, e);
                    return;
                }
                LOG.warnf("A batch of %d waits for the database: %s", patient.size(), e.getMessage());
                Thread.sleep(RETRY);
                patient = withoutLate(patient);
            }
        }
    }

    private void separate(List<Waiting<?>> batch, RuntimeException cause) throws InterruptedException {
        if (batch.size() == 1) {
            LOG.error("A draft failed", cause);
            batch.getFirst().fail(cause);
            return;
        }
        int middle = batch.size() / 2;
        takeTogether(batch.subList(0, middle));
        takeTogether(batch.subList(middle, batch.size()));
    }

    private static List<Waiting<?>> withoutLate(List<Waiting<?>> batch) {
        long now = System.nanoTime();
        List<Waiting<?>> patient = new ArrayList<>();
        for (Waiting<?> waiting : batch) {
            if (waiting.late(now)) {
                waiting.fail(late());
            } else {
                patient.add(waiting);
            }
        }
        return patient;
    }

    private static ProblemException late() {
        return ProblemException.unavailable(
                "temporarily-unavailable",
                "It was not done in time. Repeat it with the same Idempotency-Key.",
                Duration.ofSeconds(1));
    }
}
