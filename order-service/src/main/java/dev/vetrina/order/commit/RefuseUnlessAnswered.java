package dev.vetrina.order.commit;

import dev.vetrina.kit.problem.ProblemException;
import java.util.Optional;

/**
 * A request that would be refused now. If its key was answered before, by a first run when the price or the market still was
 * another, the repeat gets that answer and not the refusal.
 */
record RefuseUnlessAnswered(KeyedAnswer keyedAnswer, ProblemException refusal) implements Draft<ProblemException> {

    @Override
    public Optional<KeyedAnswer> underKey() {
        return Optional.of(keyedAnswer);
    }

    @Override
    public void needs(Needs needs, Batch batch) {
        // Its key is all that it asks about.
    }

    @Override
    public ProblemException take(Batch batch) {
        throw refusal;
    }
}
