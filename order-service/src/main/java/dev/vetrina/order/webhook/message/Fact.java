package dev.vetrina.order.webhook.message;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * What one brand may be told of an event.
 *
 * @param data made only for a brand that has an endpoint
 */
record Fact(UUID brandId, WebhookEventType type, Supplier<ObjectNode> data) {}
