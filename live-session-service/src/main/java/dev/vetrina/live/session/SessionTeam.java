package dev.vetrina.live.session;

import java.util.Set;
import java.util.UUID;

/**
 * Who helps the host of a session. Answered by the feature that keeps teams, which needs sessions and so cannot be needed by
 * them.
 */
public interface SessionTeam {

    /** What the caller of this request was given to do about a session; empty for whoever is not of its team. */
    Set<Permission> permissionsOfCaller(UUID sessionId);

    /** The sessions on whose teams the caller is. */
    Set<UUID> sessionsOfCaller();
}
