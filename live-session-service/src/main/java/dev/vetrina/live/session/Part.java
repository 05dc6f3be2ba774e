package dev.vetrina.live.session;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** As whom somebody takes part in a session, in rising rank. */
@Schema(name = "SessionPart", description = "As whom somebody takes part in a session")
public enum Part {
    VIEWER,
    MODERATOR,
    HOST,
    OPERATOR;

    /** Whether this one helps to run the session. */
    public boolean ofTeam() {
        return this != VIEWER;
    }

    /** Moderators do not act on each other, and never on the host. */
    public boolean outranks(Part other) {
        return compareTo(other) > 0;
    }
}
