package dev.vetrina.localstack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vetrina.localstack.http.Json;
import java.util.List;
import java.util.UUID;

/**
 * An order as the API shows it afterwards.
 *
 * @param payments every attempt to pay it
 */
record OrderFound(UUID id, String status, List<Line> lines, Money total, List<PaymentFound> payments) {

    record Line(UUID variantId, UUID productId, int quantity, Money total) {}

    /**
     * An attempt to pay.
     *
     * @param charges how often the provider says that it took the money
     */
    record PaymentFound(UUID id, String status, int charges) {

        boolean isUndecided() {
            return status.equals("PROCESSING") || status.equals("UNKNOWN");
        }
    }

    static OrderFound of(JsonNode order, List<PaymentFound> payments) {
        List<Line> lines = Json.items(order.path("lines")).stream()
                .map(line -> new Line(
                        Json.id(line, "variantId"),
                        Json.id(line, "productId"),
                        line.path("quantity").asInt(),
                        Money.of(line.path("total"))))
                .toList();
        return new OrderFound(
                Json.id(order, "id"), order.path("status").asText(), lines, Money.of(order.path("total")), payments);
    }

    boolean isPaid() {
        return status.equals("PAID");
    }

    /** Whether it takes stock, be it held or sold. */
    boolean takesStock() {
        return isPaid() || status.equals("PENDING_PAYMENT");
    }

    int units(UUID variantId) {
        return lines.stream()
                .filter(line -> line.variantId().equals(variantId))
                .mapToInt(Line::quantity)
                .sum();
    }

    int units() {
        return lines.stream().mapToInt(Line::quantity).sum();
    }
}
