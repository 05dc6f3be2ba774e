package dev.vetrina.order.lifecycle;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * To what the sale of a line is attributed.
 *
 * @param sessionId the show in which it was bought
 * @param creatorId the show's creator at that time
 * @param dealId the deal under which it was bought
 */
public record LineOrigin(
        @Nullable UUID sessionId,
        @Nullable UUID creatorId,
        @Nullable UUID dealId) {

    /** Bought at its usual price, in a show or in none. */
    public static LineOrigin of(@Nullable UUID sessionId, @Nullable UUID creatorId) {
        return new LineOrigin(sessionId, creatorId, null);
    }
}
