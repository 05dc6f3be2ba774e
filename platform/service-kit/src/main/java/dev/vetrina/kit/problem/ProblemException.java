package dev.vetrina.kit.problem;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A refusal that the caller can understand. Its answer is a problem document; throwing it rolls the transaction back, so a
 * refused request leaves nothing behind.
 */
public final class ProblemException extends RuntimeException {

    private static final Duration VIEW_LAG = Duration.ofSeconds(60);

    private final int status;
    private final String code;
    private final String title;
    private final List<Violation> violations;
    private final Map<String, Object> extensions = new LinkedHashMap<>();
    private final Map<String, String> headers = new LinkedHashMap<>();

    private ProblemException(
            int status, String code, String title, @Nullable String detail, List<Violation> violations) {
        super(detail);
        this.status = status;
        this.code = code;
        this.title = title;
        this.violations = List.copyOf(violations);
    }

    public static ProblemException of(int status, String code, String title, @Nullable String detail) {
        return new ProblemException(status, code, title, detail, List.of());
    }

    /** 400: the request cannot be bound to what the operation takes. */
    public static ProblemException malformed(String code, String detail, Violation... violations) {
        return new ProblemException(400, code, "The request cannot be read", detail, List.of(violations));
    }

    /** 404, also for what the caller may not see. */
    public static ProblemException notFound(String what, Object id) {
        return of(404, "not-found", "Not found", "There is no " + what + " " + id + ".");
    }

    /**
     * 404 for something of another service that this service's view does not know. If it was made less than a minute ago,
     * the view may only be late: the code is {@code not-yet-visible} and the caller is asked to retry.
     */
    public static ProblemException unknownToView(String what, UUID id, Instant now) {
        Instant made = Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16);
        if (id.version() != 7 || made.plus(VIEW_LAG).isBefore(now)) {
            return notFound(what, id);
        }
        return of(404, "not-yet-visible", "Not visible yet", "The " + what + " " + id + " is not known here yet.")
                .header("Retry-After", "1");
    }

    /** 403: the caller may see it but not change it. */
    public static ProblemException forbidden(String detail) {
        return of(403, "forbidden", "Not allowed", detail);
    }

    /** 409: the state of the thing, or the stock, does not allow it. */
    public static ProblemException conflict(String code, String detail) {
        return of(409, code, "The current state does not allow this", detail);
    }

    /** 422: understood, but a rule is broken. */
    public static ProblemException invalid(String field, String message) {
        return invalid(List.of(new Violation(field, message)));
    }

    public static ProblemException invalid(List<Violation> violations) {
        return new ProblemException(422, "invalid-input", "The input breaks a rule", null, violations);
    }

    /** 503: cannot be done now, and had no effect. */
    public static ProblemException unavailable(String code, String detail, Duration retryAfter) {
        return of(503, code, "Not available right now", detail)
                .header("Retry-After", Long.toString(Math.max(1, retryAfter.toSeconds())));
    }

    /** Adds a member to the problem document. */
    public ProblemException with(String member, Object value) {
        extensions.put(member, value);
        return this;
    }

    public ProblemException header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    String title() {
        return title;
    }

    List<Violation> violations() {
        return violations;
    }

    Map<String, Object> extensions() {
        return extensions;
    }

    public Map<String, String> headers() {
        return headers;
    }
}
