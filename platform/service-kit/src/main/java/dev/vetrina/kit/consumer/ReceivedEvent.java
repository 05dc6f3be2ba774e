package dev.vetrina.kit.consumer;

import dev.vetrina.events.DomainEvent;
import java.time.Instant;
import java.util.UUID;

/**
 * An event as it came.
 *
 * @param id the CloudEvents id: the same in every delivery
 * @param occurredAt when it happened by its producer's clock, however long it waited for Kafka
 * @param test whether it is of a test: only for those who {@link EventConsumer#takesTests take} them
 */
public record ReceivedEvent(UUID id, Instant occurredAt, DomainEvent event, boolean test) {

    public ReceivedEvent(UUID id, Instant occurredAt, DomainEvent event) {
        this(id, occurredAt, event, false);
    }
}
