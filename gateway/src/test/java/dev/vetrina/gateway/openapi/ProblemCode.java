package dev.vetrina.gateway.openapi;

import java.util.Comparator;

/** A problem that an operation can answer. */
record ProblemCode(int status, String code, String title) implements Comparable<ProblemCode> {

    static final String CONFLICT = "The current state does not allow this";
    static final String MALFORMED = "The request cannot be read";
    static final String UNAVAILABLE = "Not available right now";
    static final String INVALID = "The input breaks a rule";

    private static final Comparator<ProblemCode> ORDER =
            Comparator.comparingInt(ProblemCode::status).thenComparing(ProblemCode::code);

    @Override
    public int compareTo(ProblemCode other) {
        return ORDER.compare(this, other);
    }
}
