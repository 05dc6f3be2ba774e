package dev.vetrina.gateway.reaction;

import java.util.UUID;

/**
 * Somebody in a session.
 *
 * @param subject of a verified token: never stored, and told to nobody
 */
record Viewer(UUID sessionId, String subject) {}
