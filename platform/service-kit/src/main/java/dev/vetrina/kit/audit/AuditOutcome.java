package dev.vetrina.kit.audit;

/** What became of an operation. */
enum AuditOutcome {
    DONE,
    REFUSED,
    FAILED,
    /** It is under way, or its process ended before it had answered. */
    UNKNOWN;

    static AuditOutcome of(int status) {
        if (status >= 500) {
            return FAILED;
        }
        return status >= 400 ? REFUSED : DONE;
    }
}
