package dev.vetrina.live.statistics;

import dev.vetrina.events.DomainEvent;
import java.util.UUID;

/** An event as it stood in its topic. */
record Recorded(UUID eventId, DomainEvent event) {}
