package dev.vetrina.gateway.feed;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.IntConsumer;
import java.util.function.ToIntFunction;

/**
 * Does something for each of many, some at a time. In between the event loop does what has come up meanwhile: a fact is not kept
 * waiting by a pulse that thousands are being told.
 */
final class Slices {

    static final int SIZE = 256;

    private final Executor loop;

    /** @param loop does one thing after the other, in the order in which it is given them */
    Slices(Executor loop) {
        this.loop = loop;
    }

    /**
     * Begins at once, on the loop.
     *
     * @param action what to do for each, and what to count it as
     * @param done is told the sum in the end
     */
    <T> void forEach(List<T> all, ToIntFunction<T> action, IntConsumer done) {
        slice(all, 0, 0, action, done);
    }

    private <T> void slice(List<T> all, int from, int before, ToIntFunction<T> action, IntConsumer done) {
        int to = Math.min(from + SIZE, all.size());
        int sum = before + all.subList(from, to).stream().mapToInt(action).sum();
        if (to == all.size()) {
            done.accept(sum);
        } else {
            loop.execute(() -> slice(all, to, sum, action, done));
        }
    }
}
