package dev.vetrina.kit.http;

import jakarta.enterprise.context.RequestScoped;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How long the answer to a GET stays what it is, where a change of it is announced: whoever keeps a copy of the answer may not keep
 * it beyond that.
 */
@RequestScoped
public class Freshness {

    /**
     * Milliseconds from the answer until it changes. Only between a service and the gateway, which keeps copies and does not
     * pass it on: what is announced may be nobody's business yet.
     */
    public static final String HEADER = "Vetrina-Unchanged-Millis";

    /** Nobody keeps a copy for longer than that, so a change that is further off is not told. */
    private static final Duration HORIZON = Duration.ofSeconds(60);

    private @Nullable Instant changesAt;

    /** The answer changes at this time, or earlier for another reason. */
    public void until(Instant time) {
        if (changesAt == null || time.isBefore(changesAt)) {
            changesAt = time;
        }
    }

    /** Null where nothing near is announced; 0 for what may have changed by now. */
    @Nullable
    Long unchangedMillis(Instant now) {
        if (changesAt == null || changesAt.isAfter(now.plus(HORIZON))) {
            return null;
        }
        return Math.max(0, Duration.between(now, changesAt).toMillis());
    }
}
