package dev.vetrina.order.lifecycle;

import dev.vetrina.events.Money;
import dev.vetrina.events.OrderEvent;
import java.util.UUID;

/**
 * What was bought of one variant.
 *
 * @param pool the stock pool from which it was taken; empty until it was
 */
public record OrderLine(
        UUID id,
        UUID variantId,
        UUID productId,
        UUID brandId,
        String title,
        String pool,
        int quantity,
        Money unitPrice) {

    public OrderLine takenFrom(String stockPool) {
        return new OrderLine(id, variantId, productId, brandId, title, stockPool, quantity, unitPrice);
    }

    public Money total() {
        return unitPrice.times(quantity);
    }

    OrderEvent.Line fact() {
        return new OrderEvent.Line(id, variantId, productId, brandId, quantity, unitPrice, total());
    }
}
