package dev.vetrina.order.webhook;

import dev.vetrina.kit.problem.ProblemException;
import dev.vetrina.order.webhook.message.WebhookEventType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an endpoint is to be.
 *
 * @param eventTypes codes; empty: all types, also those to come
 */
record EndpointWish(
        String url, List<String> eventTypes, @Nullable String description) {

    /** @throws ProblemException 422 that names the first code that is none */
    static EndpointWish of(String url, @Nullable List<String> eventTypes, @Nullable String description) {
        List<String> codes = eventTypes == null ? List.of() : WebhookEventType.require(eventTypes);
        return new EndpointWish(url, codes.stream().distinct().sorted().toList(), description);
    }
}
