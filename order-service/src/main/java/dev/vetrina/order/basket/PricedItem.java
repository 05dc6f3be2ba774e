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
public record PricedItem(BasketItem item, List<LineDiscount> discounts, Money tax, Money total) {}
