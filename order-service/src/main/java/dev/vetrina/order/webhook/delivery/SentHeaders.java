package dev.vetrina.order.webhook.delivery;

import java.util.LinkedHashMap;
import java.util.Map;

/** The headers of a message without its signature, which is nobody's business but the receiver's. */
final class SentHeaders {

    private SentHeaders() {}

    static Map<String, String> of(String messageId, long timestampSeconds) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("content-type", "application/json");
        headers.put("user-agent", "Vetrina-Webhooks/1");
        headers.put("webhook-id", messageId);
        headers.put("webhook-timestamp", Long.toString(timestampSeconds));
        return headers;
    }
}
