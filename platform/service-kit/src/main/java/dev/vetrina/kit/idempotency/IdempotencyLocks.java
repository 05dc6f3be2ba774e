package dev.vetrina.kit.idempotency;

import dev.vetrina.kit.problem.ProblemException;
import java.nio.ByteBuffer;

/** What those who claim keys by hand share with {@link IdempotencyKeys}: the same lock and the same refusal for a key. */
public final class IdempotencyLocks {

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
}
