package dev.vetrina.kit.idempotency;

import dev.vetrina.kit.problem.ProblemException;
import java.nio.ByteBuffer;
import java.time.Duration;

/** What those who claim keys by hand share with {@link IdempotencyKeys}: the same lock, lease and refusals for a key. */
public final class IdempotencyLocks {

    /** How long whoever calls a provider keeps a key. */
    public static final Duration LEASE = Duration.ofSeconds(60);

    private IdempotencyLocks() {}

    /** The number of the advisory transaction lock under which a key is claimed. */
    public static long lockOf(byte[] id) {
        return ByteBuffer.wrap(id).getLong();
    }

    public static ProblemException reused() {
        return ProblemException.of(
                422,
                "idempotency-key-reused",
                "The Idempotency-Key was used with another body",
                "Use a fresh key for a new intent.");
    }

    /** The first request with the key is not done yet. */
    public static ProblemException inFlight() {
        return ProblemException.of(
                        409, "request-in-flight", "The same request is under way", "Repeat it to get its answer.")
                .header("Retry-After", "1");
    }
}
