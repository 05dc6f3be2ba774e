package dev.vetrina.order.webhook.delivery;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What came of one attempt: a status, or why there was none.
 *
 * @param body its beginning
 * @param retryAfter what the endpoint asked for, as it stood in the header
 */
record Answer(
        @Nullable Integer status,
        @Nullable AttemptError error,
        @Nullable String body,
        @Nullable String retryAfter,
        Duration took) {

    private static final int GONE = 410;
    private static final int TOO_MANY = 429;
    private static final int UNAVAILABLE = 503;

    static Answer none(AttemptError error, Duration took) {
        return new Answer(null, error, null, null, took);
    }

    /** Nothing but a 2xx is a yes: a redirect leads to where nobody has looked. */
    boolean taken() {
        return status != null && status / 100 == 2;
    }

    boolean gone() {
        return status != null && status == GONE;
    }

    boolean asksToWait() {
        return status != null && (status == TOO_MANY || status == UNAVAILABLE) && retryAfter != null;
    }
}
