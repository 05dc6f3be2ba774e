package dev.vetrina.live.session;

import java.util.UUID;

/** Who was let into a session that is by invitation. Answered by the feature that keeps invitations. */
public interface Admissions {

    /** Whether the caller of this request shows that it was let in. */
    boolean admitsCaller(UUID sessionId);
}
