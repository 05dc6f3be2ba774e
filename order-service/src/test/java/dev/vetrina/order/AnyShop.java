package dev.vetrina.order;

import dev.vetrina.events.CatalogEvent.TaxTreatment;
import dev.vetrina.events.Money;
import dev.vetrina.order.basket.Basket;
import dev.vetrina.order.basket.BasketDiscount;
import dev.vetrina.order.basket.BasketItem;
import dev.vetrina.order.basket.PricedBasket;
import dev.vetrina.order.basket.Reduction;
import dev.vetrina.order.basket.ShippingCharge;
import dev.vetrina.order.basket.TaxRate;
import dev.vetrina.order.lifecycle.LineDiscount.Payer;
import dev.vetrina.order.lifecycle.OrderTerms;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What is sold, and under which rules.
 *
 * @param variants prices of a unit, in minor units of the currency
 * @param stock units of each variant
 * @param brands how many there are: the variants are theirs in turn
 * @param shipping of each brand
 */
record AnyShop(
        String currency,
        TaxTreatment treatment,
        TaxRate rate,
        OrderTerms.Capture capture,
        boolean multicapture,
        int brands,
        List<Long> variants,
        int stock,
        long shipping) {

    UUID variantId(int i) {
        return new UUID(1, i);
    }

    UUID brandId(int variant) {
        return new UUID(2, variant % brands);
    }

    OrderTerms terms() {
        return new OrderTerms(0, treatment, capture, Duration.ofMinutes(10), Duration.ofMinutes(1));
    }

    /**
     * A basket of some of the variants.
     *
     * @param chosen a bit for each variant
     * @param quantity of the first of them; the others are one, two and three in turn
     * @param campaign that takes a third off, if there is a coupon
     */
    PricedBasket basket(int chosen, int quantity, List<UUID> campaign) {
        List<BasketItem> items = IntStream.range(0, variants.size())
                .filter(i -> (chosen & (1 << i)) != 0)
                .mapToObj(i -> item(i, 1 + (quantity + i) % 3))
                .toList();
        Set<Integer> all = IntStream.range(0, items.size()).boxed().collect(Collectors.toSet());
        var third = new Reduction.Percentage(new BigDecimal("33.33"), null);
        return new Basket(
                        currency,
                        treatment,
                        items,
                        campaign.stream()
                                .map(id -> new BasketDiscount(id, "SPRING", Payer.BRAND, third, all))
                                .toList(),
                        items.stream()
                                .map(BasketItem::brandId)
                                .distinct()
                                .map(brand -> new ShippingCharge(brand, "standard", money(shipping), null, rate))
                                .toList())
                .price();
    }

    private BasketItem item(int i, int quantity) {
        Money price = money(variants.get(i));
        return new BasketItem(variantId(i), new UUID(3, i), brandId(i), quantity, price, price, null, rate);
    }

    private Money money(long amount) {
        return new Money(amount, currency);
    }
}
