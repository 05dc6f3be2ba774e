package dev.vetrina.order.basket;

import dev.vetrina.events.Money;
import dev.vetrina.order.lifecycle.LineDiscount;
import java.util.List;

/**
 * An item with what the buyer pays for it.
 *
 * @param discounts those that took something off
 * @param tax contained in the total
 */
public record PricedItem(BasketItem item, List<LineDiscount> discounts, Money tax, Money total) {

    /** After discounts and before tax is added. */
    Money goods() {
        long discount =
                discounts.stream().mapToLong(taken -> taken.amount().amount()).sum();
        Money price = item.price();
        return new Money(price.amount() - discount, price.currency());
    }
}
