package dev.vetrina.order.webhook.message;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** The text that is signed and sent: {@code type}, {@code timestamp} and {@code data}, as Standard Webhooks has it. */
final class MessageBody {

    private MessageBody() {}

    /** What would be too long is told without its lists, and says so: its ids are enough to fetch the rest. */
    static String of(WebhookEventType type, Instant occurredAt, ObjectNode data, int maxBytes) {
        String whole = text(type, occurredAt, data);
        if (whole.getBytes(StandardCharsets.UTF_8).length <= maxBytes) {
            return whole;
        }
        ObjectNode thin = data.deepCopy();
        thin.properties().removeIf(field -> field.getValue().isArray());
        return text(type, occurredAt, thin.put("incomplete", true));
    }

    private static String text(WebhookEventType type, Instant occurredAt, ObjectNode data) {
        ObjectNode body =
                JsonNodeFactory.instance.objectNode().put("type", type.code()).put("timestamp", occurredAt.toString());
        body.set("data", data);
        return body.toString();
    }
}
