package dev.vetrina.live;

import dev.vetrina.events.DomainEvent;
import dev.vetrina.events.EventJson;
import dev.vetrina.events.GoldenEvents;
import dev.vetrina.testkit.KafkaProbe;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;

/** Events of other services, sent as their outboxes send them. */
public final class Events {

    private Events() {}

    public static void send(DomainEvent event) {
        send(event, UUID.randomUUID());
    }

    /** The same id again is the same event again. */
    public static void send(DomainEvent event, UUID eventId) {
        sendText(event, EventJson.write(event), eventId);
    }

    /** The example of this type that its producer keeps to, as it is. */
    public static <E extends DomainEvent> E sendGolden(Class<E> type) {
        E event = GoldenEvents.event(type);
        String json = new String(GoldenEvents.json(EventJson.typeOf(type)), StandardCharsets.UTF_8);
        sendText(event, json, UUID.nameUUIDFromBytes(json.getBytes(StandardCharsets.UTF_8)));
        return event;
    }

    /** A record that says it is this event, and is something else. */
    public static void sendText(DomainEvent event, String payload, UUID eventId) {
        KafkaProbe.publish(
                event.topic(),
                event.key(),
                payload,
                Map.of(
                        "ce_specversion", "1.0",
                        "ce_id", eventId.toString(),
                        "ce_type", EventJson.typeOf(event.getClass()),
                        "ce_sequence", Long.toString(event.sequence())));
    }
}
