package dev.vetrina.order.basket;

import dev.vetrina.events.Money;
import dev.vetrina.order.lifecycle.LineDiscount;
import dev.vetrina.order.lifecycle.LineDiscount.Payer;
import java.util.Set;
import java.util.UUID;

/**
 * A coupon as it applies to a basket. Several are taken off in their order, each from what the ones before it left.
 *
 * @param items positions of the items to which it applies, from 0
 */
public record BasketDiscount(UUID campaignId, String code, Payer payer, Reduction reduction, Set<Integer> items) {

    public BasketDiscount {
        items = Set.copyOf(items);
    }

    LineDiscount share(long amount, String currency) {
        return new LineDiscount(campaignId, code, payer, new Money(amount, currency));
    }
}
