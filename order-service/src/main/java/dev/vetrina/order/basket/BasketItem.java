package dev.vetrina.order.basket;

import dev.vetrina.events.Money;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * So many units of a variant.
 *
 * @param listPrice of a unit, as in the catalogue
 * @param unitPrice what a unit costs before discounts: the list price, or the deal's
 * @param dealId the deal that made the unit price, or null: whether coupons apply to such an item is up to the selling terms
 */
public record BasketItem(
        UUID variantId,
        UUID productId,
        UUID brandId,
        int quantity,
        Money listPrice,
        Money unitPrice,
        @Nullable UUID dealId,
        TaxRate taxRate) {

    public BasketItem {
        if (quantity < 1 || unitPrice.amount() < 0) {
            throw new IllegalArgumentException(quantity + " units for " + unitPrice);
        }
    }

    /**
     * What all units cost before discounts and added tax.
     *
     * @throws ArithmeticException if it does not fit
     */
    public Money price() {
        return unitPrice.times(quantity);
    }
}
