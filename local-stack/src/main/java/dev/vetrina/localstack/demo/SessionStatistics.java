package dev.vetrina.localstack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vetrina.localstack.http.Json;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** What the API says that a session brought. */
record SessionStatistics(
        String status,
        long viewersPeak,
        long viewersUnique,
        long placed,
        long paid,
        long declined,
        long cancelled,
        long expired,
        long units,
        List<Money> gmv,
        long payingViewers,
        double conversion,
        Map<UUID, Long> unitsByProduct) {

    static SessionStatistics of(JsonNode node) {
        JsonNode orders = node.path("orders");
        return new SessionStatistics(
                node.path("status").asText(),
                node.path("viewersPeak").asLong(),
                node.path("viewersUnique").asLong(),
                orders.path("placed").asLong(),
                orders.path("paid").asLong(),
                orders.path("declined").asLong(),
                orders.path("cancelled").asLong(),
                orders.path("expired").asLong(),
                node.path("units").asLong(),
                Json.items(node.path("gmv")).stream().map(Money::of).toList(),
                node.path("payingViewers").asLong(),
                node.path("conversion").asDouble(),
                Json.items(node.path("products")).stream()
                        .collect(Collectors.toMap(
                                product -> Json.id(product, "productId"),
                                product -> product.path("units").asLong())));
    }
}
