package dev.vetrina.live.session;

import java.util.UUID;

/** A rehearsal is over: what was said in it is to be forgotten. Fired in the transaction that ends it. */
public record RehearsalEnded(UUID sessionId) {}
