/**
 * Teams of sessions: co-hosts and moderators, each with the permissions that the host gave. What a permission allows is decided
 * in {@code session}, which asks here who has it. The host is no member and so cannot be removed; only the host and operators
 * change a team, and a member may leave. No events.
 */
@NullMarked
package dev.vetrina.live.team;

import org.jspecify.annotations.NullMarked;
