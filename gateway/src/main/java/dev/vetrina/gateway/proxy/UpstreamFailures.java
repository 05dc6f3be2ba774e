package dev.vetrina.gateway.proxy;

import dev.vetrina.kit.problem.ProblemException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;

/** What a caller is told when a service gives no answer. */
final class UpstreamFailures {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private UpstreamFailures() {}

    static boolean isTimeout(Throwable failure) {
        return failure instanceof TimeoutException;
    }

    /** Whether asking again at once would be of no use, or of harm. */
    static boolean isFinal(Throwable failure) {
        return isTimeout(failure) || failure instanceof Overloaded;
    }

    /** Only 503 promises that nothing has happened; after the others a POST is repeated with the same Idempotency-Key. */
    static ProblemException explain(Throwable failure) {
        if (failure instanceof NotReached) {
            return ProblemException.unavailable(
                    "upstream-unavailable", "The service behind this resource cannot be reached.", RETRY_AFTER);
        }
        if (failure instanceof Overloaded) {
            return ProblemException.unavailable(
                    "overloaded", "There is more to do than can be done; this can wait.", RETRY_AFTER);
        }
        return isTimeout(failure)
                ? unknownOutcome(504, "upstream-timeout", "The service behind this resource took too long")
                : unknownOutcome(502, "upstream-failed", "The service behind this resource broke off");
    }

    private static ProblemException unknownOutcome(int status, String code, String title) {
        return ProblemException.of(
                        status,
                        code,
                        title,
                        "Whether the request took effect is not known; repeat it with the same Idempotency-Key.")
                .header("Retry-After", Long.toString(RETRY_AFTER.toSeconds()));
    }
}
