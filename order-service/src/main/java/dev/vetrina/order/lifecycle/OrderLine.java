package dev.vetrina.order.lifecycle;

import dev.vetrina.events.Money;
import dev.vetrina.events.OrderEvent;
import java.util.List;
import java.util.UUID;

/**
 * What was bought of one variant, and what it costs.
 *
 * @param pool the stock pool from which it was taken; empty until it was
 * @param listPrice of a unit, as in the catalogue
 * @param unitPrice what a unit costs before discounts: the list price, or the deal's
 * @param discounts taken off the whole line, each with who pays for it
 * @param tax of the whole line, contained in the total or, in markets with exclusive prices, added to it
 * @param total what the buyer pays for the line
 */
public record OrderLine(
        UUID id,
        UUID variantId,
        UUID productId,
        UUID brandId,
        String title,
        String pool,
        int quantity,
        Money listPrice,
        Money unitPrice,
        List<LineDiscount> discounts,
        Money tax,
        Money total,
        LineOrigin origin) {

    public OrderLine takenFrom(String stockPool) {
        return new OrderLine(
                id, variantId, productId, brandId, title, stockPool, quantity, listPrice, unitPrice, discounts, tax,
                total, origin);
    }

    public Money discount() {
        return discounts.stream().map(LineDiscount::amount).reduce(Money.zero(unitPrice.currency()), Money::plus);
    }

    OrderEvent.Line fact() {
        return new OrderEvent.Line(
                id,
                variantId,
                productId,
                brandId,
                quantity,
                listPrice,
                unitPrice,
                discount(),
                tax,
                total,
                origin.sessionId(),
                origin.creatorId(),
                origin.dealId());
    }
}
