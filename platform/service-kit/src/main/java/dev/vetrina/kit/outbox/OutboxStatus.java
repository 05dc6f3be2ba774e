package dev.vetrina.kit.outbox;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far Kafka is behind the database. */
@Schema(description = "How far Kafka is behind the service's database")
public record OutboxStatus(
        @Schema(description = "Events that wait to be sent") long pending,

        @Schema(description = "Age of the oldest of them; 0 if none waits")
        long oldestAgeSeconds) {}
