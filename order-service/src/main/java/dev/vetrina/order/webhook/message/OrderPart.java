package dev.vetrina.order.webhook.message;

import java.util.Set;
import java.util.UUID;

/** Which lines of an order a brand fulfils. */
record OrderPart(UUID brandId, UUID fulfilmentId, Set<UUID> lineIds) {}
