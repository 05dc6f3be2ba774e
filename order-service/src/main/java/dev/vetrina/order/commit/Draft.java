package dev.vetrina.order.commit;

import java.util.Optional;

/**
 * Something that changes counters or orders, prepared as far as it can be without a lock. It must be safe to take again:
 * after an outage at commit nobody knows whether it took effect, so it is tried once more.
 *
 * @param <R> what whoever handed it in is told
 */
public interface Draft<R> {

    /** The idempotency key under which a repeat gets the stored answer; empty if the state machine itself makes a repeat harmless. */
    default Optional<KeyedAnswer> underKey() {
        return Optional.empty();
    }

    /**
     * Asks for the rows it may change. Called again after each kind is locked, so it can ask for what follows from those it has
     * got; it must change nothing.
     */
    void needs(Needs needs, Batch batch);

    /**
     * Takes effect on what is locked.
     *
     * @throws dev.vetrina.kit.problem.ProblemException to refuse; it must then have changed nothing, as the others of the
     *     batch are committed. Whatever else it throws undoes the batch, which is then taken again without it
     */
    R take(Batch batch);
}
