package dev.vetrina.order.basket;

import dev.vetrina.events.Money;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a brand asks for shipping its items.
 *
 * @param price before tax is added
 * @param freeFrom from this price of the brand's items on, after discounts and before tax is added, shipping is free; or null
 */
public record ShippingCharge(
        UUID brandId, String option, Money price, @Nullable Money freeFrom, TaxRate taxRate) {

    public ShippingCharge {
        if (price.amount() < 0) {
            throw new IllegalArgumentException("shipping for " + price);
        }
    }

    /** What is asked for goods of this price, after discounts and before tax is added. */
    public Money forGoods(Money goods) {
        return freeFrom != null && goods.amount() >= freeFrom.amount() ? Money.zero(price.currency()) : price;
    }
}
