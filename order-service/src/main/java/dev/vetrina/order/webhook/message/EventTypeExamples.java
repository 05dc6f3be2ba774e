package dev.vetrina.order.webhook.message;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vetrina.events.DomainEvent;
import dev.vetrina.events.EventJson;
import dev.vetrina.events.GoldenEvents;
import dev.vetrina.events.OrderEvent.OrderPlaced;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** A message of every type, made of the events' own examples as real ones are made of real events. */
final class EventTypeExamples {

    private static final Instant AT = Instant.parse("2026-03-01T20:06:41Z");
    private static final OrderPlaced ORDER = GoldenEvents.event(OrderPlaced.class);

    private EventTypeExamples() {}

    static Map<WebhookEventType, ObjectNode> all() {
        Map<WebhookEventType, ObjectNode> examples = new EnumMap<>(WebhookEventType.class);
        events().forEach((type, event) -> fact(event)
                .ifPresent(fact -> examples.put(type, body(type, fact.data().get()))));
        String id = ORDER.orderId().toString();
        examples.put(WebhookEventType.ENDPOINT_TEST, body(WebhookEventType.ENDPOINT_TEST, endpoint(id)));
        examples.put(
                WebhookEventType.ENDPOINT_DISABLED,
                body(
                        WebhookEventType.ENDPOINT_DISABLED,
                        endpoint(id)
                                .put("url", "https://shop.example.com/hooks/vetrina")
                                .put("reason", "GONE")
                                .put("disabledAt", AT.toString())));
        return examples;
    }

    /** Of which event a message of each type is made; none for what is told of endpoints. */
    static Map<WebhookEventType, Class<? extends DomainEvent>> events() {
        Map<WebhookEventType, Class<? extends DomainEvent>> events = new EnumMap<>(WebhookEventType.class);
        for (Class<? extends DomainEvent> event : EventJson.all()) {
            fact(event).ifPresent(fact -> events.put(fact.type(), event));
        }
        return events;
    }

    /** What the event's example is to a brand, if it is anything. */
    private static Optional<Fact> fact(Class<? extends DomainEvent> type) {
        DomainEvent event = GoldenEvents.event(type);
        return EventFacts.of(event, owners(event)).stream().findFirst();
    }

    private static Owners owners(DomainEvent event) {
        UUID brandId = ORDER.parts().getFirst().brandId();
        Set<UUID> lineIds = ORDER.lines().stream().map(line -> line.lineId()).collect(Collectors.toUnmodifiableSet());
        OrderPart part = new OrderPart(brandId, ORDER.parts().getFirst().fulfilmentId(), lineIds);
        return new Owners(
                EventFacts.orderToKnow(event)
                        .map(id -> Map.of(id, List.of(part)))
                        .orElse(Map.of()),
                _ -> Optional.of(brandId));
    }

    private static ObjectNode endpoint(String id) {
        return JsonNodeFactory.instance.objectNode().put("endpointId", id);
    }

    private static ObjectNode body(WebhookEventType type, ObjectNode data) {
        ObjectNode body =
                JsonNodeFactory.instance.objectNode().put("type", type.code()).put("timestamp", AT.toString());
        body.set("data", data);
        return body;
    }
}
