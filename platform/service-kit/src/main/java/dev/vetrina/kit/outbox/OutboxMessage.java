package dev.vetrina.kit.outbox;

import dev.vetrina.events.DomainEvent;
import dev.vetrina.events.EventJson;
import dev.vetrina.kit.id.Ids;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of the outbox, made by {@link Outbox#prepare}.
 *
 * @param headers further Kafka headers as lines {@code name: value}, or null
 */
public record OutboxMessage(
        UUID eventId,
        String topic,
        String key,
        String type,
        long sequence,
        Instant occurredAt,
        @Nullable String headers,
        String payload) {

    /** As an event of a test, which only those take who ask for tests. */
    public OutboxMessage asTest() {
        return new OutboxMessage(eventId, topic, key, type, sequence, occurredAt, headers, EventJson.asTest(payload));
    }

    static OutboxMessage of(DomainEvent event, Instant now, @Nullable String headers) {
        return new OutboxMessage(
                Ids.next(),
                event.topic(),
                event.key(),
                EventJson.typeOf(event.getClass()),
                event.sequence(),
                now,
                headers,
                EventJson.write(event));
    }
}
