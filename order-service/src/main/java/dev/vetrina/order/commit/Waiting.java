package dev.vetrina.order.commit;

import dev.vetrina.kit.idempotency.ReplayException;
import dev.vetrina.kit.problem.ProblemException;
import java.util.concurrent.CompletableFuture;

/** A draft in the queue, and whoever waits for it. */
final class Waiting<R> {

    private final Draft<R> draft;
    private final long deadlineNanos;
    private final CompletableFuture<R> result = new CompletableFuture<>();

    Waiting(Draft<R> draft, long deadlineNanos) {
        this.draft = draft;
        this.deadlineNanos = deadlineNanos;
    }

    Draft<R> draft() {
        return draft;
    }

    CompletableFuture<R> result() {
        return result;
    }

    boolean late(long nowNanos) {
        return nowNanos - deadlineNanos > 0;
    }

    /** Takes the draft, but tells nobody yet: the transaction may still fail. */
    BatchTransaction.Outcome take(Batch batch, AnsweredKeys keys) {
        try {
            draft.underKey().ifPresent(keys::requireFresh);
            R taken = draft.take(batch);
            draft.underKey().ifPresent(keys::accept);
            return () -> result.complete(taken);
        } catch (ProblemException | ReplayException refusal) {
            return () -> result.completeExceptionally(refusal);
        }
    }

    void fail(Throwable cause) {
        result.completeExceptionally(cause);
    }
}
