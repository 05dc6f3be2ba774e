package dev.vetrina.order.webhook.message;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vetrina.events.DomainEvent;
import dev.vetrina.events.EventJson;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.UUID;

/** The fields of an event of which a brand is told. What is null is left out. */
final class EventFields {

    private static final ObjectMapper JSON = new ObjectMapper();

    private EventFields() {}

    /** All that the type tells. */
    static ObjectNode of(DomainEvent event, WebhookEventType type) {
        return told(tree(event), type);
    }

    /** The same with which part of the order is the brand's, for an event about the whole order. */
    static ObjectNode of(DomainEvent event, WebhookEventType type, OrderPart part) {
        return told(tree(event), type).put("fulfilmentId", part.fulfilmentId().toString());
    }

    /** The same with those of the event's lines that are the brand's, and what shipping them costs. */
    static ObjectNode withLines(DomainEvent event, WebhookEventType type, OrderPart part) {
        ObjectNode all = tree(event);
        ObjectNode data =
                told(all, type).put("fulfilmentId", part.fulfilmentId().toString());
        data.set("lines", linesOf(all, part.lineIds()));
        for (JsonNode candidate : all.path("parts")) {
            if (candidate
                    .path("fulfilmentId")
                    .asText()
                    .equals(part.fulfilmentId().toString())) {
                ObjectNode shipping = data.putObject("shipping");
                shipping.set("price", candidate.path("shipping"));
                shipping.set("tax", candidate.path("tax"));
                shipping.set("total", candidate.path("total"));
            }
        }
        return data;
    }

    private static ArrayNode linesOf(ObjectNode event, Set<UUID> lineIds) {
        ArrayNode lines = JSON.createArrayNode();
        for (JsonNode line : event.path("lines")) {
            if (lineIds.contains(UUID.fromString(line.path("lineId").asText()))) {
                lines.add(withoutNulls((ObjectNode) line));
            }
        }
        return lines;
    }

    private static ObjectNode told(ObjectNode event, WebhookEventType type) {
        ObjectNode data = JSON.createObjectNode();
        type.fields().forEach(field -> {
            JsonNode value = event.path(field);
            if (!value.isMissingNode()) {
                data.set(field, value);
            }
        });
        return withoutNulls(data);
    }

    private static ObjectNode withoutNulls(ObjectNode node) {
        node.properties().removeIf(field -> field.getValue().isNull());
        return node;
    }

    private static ObjectNode tree(DomainEvent event) {
        try {
            return (ObjectNode) JSON.readTree(EventJson.write(event));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
