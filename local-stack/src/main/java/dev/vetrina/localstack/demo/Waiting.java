package dev.vetrina.localstack.demo;

import dev.vetrina.localstack.stack.Pauses;
import dev.vetrina.localstack.stack.StackFailure;
import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Waits, never without a bound. */
final class Waiting {

    private static final Duration POLL = Duration.ofMillis(250);

    private Waiting() {}

    /** Asks again and again until the answer is {@code wanted}; the last answer, if it never was. */
    static <T> T atMost(Duration limit, Supplier<T> question, Predicate<? super T> wanted) {
        long deadline = System.nanoTime() + limit.toNanos();
        T answer = question.get();
        while (!wanted.test(answer) && System.nanoTime() < deadline) {
            Pauses.pause(POLL);
            answer = question.get();
        }
        return answer;
    }

    /**
     * As {@link #atMost}, for what has to come true.
     *
     * @param what a clause for the message, such as "the import is done"
     */
    static <T> T until(String what, Duration limit, Supplier<T> question, Predicate<? super T> wanted) {
        T answer = atMost(limit, question, wanted);
        if (!wanted.test(answer)) {
            throw new StackFailure("Waited " + limit.toSeconds() + " s until " + what + ", in vain; last seen: "
                    + answer + ". The services' logs may tell why.");
        }
        return answer;
    }
}
