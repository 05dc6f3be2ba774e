package dev.vetrina.order.checkout;

import dev.vetrina.events.Money;
import dev.vetrina.kit.id.Ids;
import dev.vetrina.order.basket.BasketItem;
import dev.vetrina.order.basket.PricedItem;
import dev.vetrina.order.basket.TaxRate;
import dev.vetrina.order.lifecycle.LineOrigin;
import dev.vetrina.order.lifecycle.OrderLine;
import dev.vetrina.order.offer.Offer;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line of a request as it is sold: of which offer, at what price, through whom.
 *
 * @param listPrice of a unit, as in the catalogue
 * @param unitPrice what a unit costs before discounts: the list price, or the deal's
 * @param waitlistEntryId by whose offer it is bought, or null
 */
record SellingLine(
        Offer offer,
        int quantity,
        Money listPrice,
        Money unitPrice,
        LineOrigin origin,
        @Nullable UUID waitlistEntryId) {

    BasketItem item(TaxRate rate) {
        return new BasketItem(
                offer.variantId(),
                offer.productId(),
                offer.brandId(),
                quantity,
                listPrice,
                unitPrice,
                origin.dealId(),
                rate);
    }

    OrderLine ordered(PricedItem priced) {
        return new OrderLine(
                Ids.next(),
                offer.variantId(),
                offer.productId(),
                offer.brandId(),
                offer.title(),
                "",
                quantity,
                listPrice,
                unitPrice,
                priced.discounts(),
                priced.tax(),
                priced.total(),
                origin);
    }
}
