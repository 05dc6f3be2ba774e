package dev.vetrina.live.session;

import java.util.UUID;

/**
 * The host, or an operator, said whether the session is paused. Fired in the command's transaction, also where the target
 * state already held: the pause that the system made is then the host's own.
 */
public record HostDecided(UUID sessionId) {}
