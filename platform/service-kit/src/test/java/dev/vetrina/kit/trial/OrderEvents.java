package dev.vetrina.kit.trial;

import dev.vetrina.events.EventJson;
import dev.vetrina.events.OrderEvent;
import dev.vetrina.events.OrderEvent.OrderExpired;
import dev.vetrina.events.Topics;
import dev.vetrina.testkit.KafkaProbe;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Events of orders, written to Kafka as another service's relay does it. */
public final class OrderEvents {

    private OrderEvents() {}

    public static OrderEvent expired(UUID orderId, long sequence) {
        return new OrderExpired(orderId, sequence, null, Instant.parse("2026-01-01T00:00:00Z"));
    }

    public static void deliver(UUID eventId, OrderEvent event) {
        deliver(eventId, event, Map.of());
    }

    public static void deliver(UUID eventId, OrderEvent event, Map<String, String> moreHeaders) {
        Map<String, String> headers = new HashMap<>(moreHeaders);
        headers.put("ce_id", eventId.toString());
        headers.put("ce_type", EventJson.typeOf(event.getClass()));
        headers.put("ce_sequence", Long.toString(event.sequence()));
        KafkaProbe.publish(Topics.ORDERS, event.key(), EventJson.write(event), headers);
    }
}
