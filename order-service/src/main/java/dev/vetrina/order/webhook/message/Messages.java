package dev.vetrina.order.webhook.message;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vetrina.kit.id.Ids;
import dev.vetrina.order.webhook.destination.WebhookSettings;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Messages about the endpoints themselves, and the end of what waits for one. In the current transaction. */
@ApplicationScoped
public class Messages {

    private final MessageRows rows;
    private final WebhookSignal signal;
    private final WebhookSettings settings;
    private final Clock clock;

    Messages(MessageRows rows, WebhookSignal signal, WebhookSettings settings, Clock clock) {
        this.rows = rows;
        this.signal = signal;
        this.settings = settings;
        this.clock = clock;
    }

    /** Returns the id of the message, which that endpoint alone gets. */
    public UUID test(UUID brandId, UUID endpointId) {
        UUID id = Ids.next();
        Instant now = clock.instant();
        ObjectNode data = JsonNodeFactory.instance.objectNode().put("endpointId", endpointId.toString());
        WebhookEventType type = WebhookEventType.ENDPOINT_TEST;
        store(new NewMessage(id, brandId, type, id, now, body(type, now, data), endpointId));
        return id;
    }

    /** What waits for the endpoint is given up, and the brand's other endpoints are told why. */
    public void disabled(UUID brandId, UUID endpointId, String url, String reason) {
        rows.cancel(endpointId);
        UUID id = Ids.next();
        Instant now = clock.instant();
        ObjectNode data = JsonNodeFactory.instance
                .objectNode()
                .put("endpointId", endpointId.toString())
                .put("url", url)
                .put("reason", reason)
                .put("disabledAt", now.toString());
        WebhookEventType type = WebhookEventType.ENDPOINT_DISABLED;
        store(new NewMessage(id, brandId, type, id, now, body(type, now, data), null));
    }

    private String body(WebhookEventType type, Instant now, ObjectNode data) {
        return MessageBody.of(type, now, data, settings.maxBodyBytes());
    }

    private void store(NewMessage message) {
        rows.store(List.of(message));
        signal.raiseAfterCommit();
    }
}
