package dev.vetrina.kit.http;

import dev.vetrina.kit.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** The {@code If-Match} header of whoever edits: nobody overwrites what they have not seen. */
public final class Preconditions {

    private Preconditions() {}

    /**
     * Checks the version that the client has seen.
     *
     * @throws ProblemException 428 without the header, 412 if the version is no longer that
     */
    public static void requireMatch(@Nullable String ifMatch, long version) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw ProblemException.of(
                    428, "precondition-required", "If-Match is required", "Send the ETag you last read as If-Match.");
        }
        if (!ifMatch.strip().equals(etag(version))) {
            throw stale(version);
        }
    }

    public static ProblemException stale(long version) {
        return ProblemException.of(
                        412, "stale-version", "It was changed meanwhile", "Read it again and repeat the change.")
                .header("ETag", etag(version));
    }

    static String etag(long version) {
        return "\"" + version + "\"";
    }
}
