package dev.vetrina.order.basket;

import dev.vetrina.events.Money;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A basket with everything that it costs.
 *
 * @param items in the basket's order
 * @param shipping one per brand
 * @param tax contained in the total
 */
public record PricedBasket(List<PricedItem> items, List<PricedShipping> shipping, Money tax, Money total) {

    static PricedBasket of(String currency, List<PricedItem> items, List<PricedShipping> shipping) {
        return new PricedBasket(
                items,
                shipping,
                sum(
                        currency,
                        items.stream().map(PricedItem::tax),
                        shipping.stream().map(PricedShipping::tax)),
                sum(
                        currency,
                        items.stream().map(PricedItem::total),
                        shipping.stream().map(PricedShipping::total)));
    }

    /** What the buyer pays for one brand's part. */
    public Money totalOf(UUID brandId) {
        return sum(
                total.currency(),
                items.stream()
                        .filter(item -> item.item().brandId().equals(brandId))
                        .map(PricedItem::total),
                shipping.stream()
                        .filter(part -> part.charge().brandId().equals(brandId))
                        .map(PricedShipping::total));
    }

    /** The price of a brand's items after discounts and before tax is added: what free shipping depends on. */
    public Money goodsOf(UUID brandId) {
        return items.stream()
                .filter(item -> item.item().brandId().equals(brandId))
                .map(PricedItem::goods)
                .reduce(Money.zero(total.currency()), Money::plus);
    }

    private static Money sum(String currency, Stream<Money> ofItems, Stream<Money> ofShipping) {
        return Stream.concat(ofItems, ofShipping).reduce(Money.zero(currency), Money::plus);
    }
}
