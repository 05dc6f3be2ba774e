package dev.vetrina.live.engagement;

import java.util.UUID;

/**
 * Somebody in a session.
 *
 * @param name the subject of a token or the pseudonym of a ticket: never stored, and told to nobody
 */
record Viewer(UUID sessionId, String name) {}
