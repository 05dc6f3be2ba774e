package dev.vetrina.order.basket;

import dev.vetrina.events.CatalogEvent.TaxTreatment;
import dev.vetrina.events.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What somebody wants to buy in one order, in one currency.
 *
 * @param treatment whether prices contain their tax, or it comes on top
 * @param shipping one charge per brand of the items
 */
public record Basket(
        String currency,
        TaxTreatment treatment,
        List<BasketItem> items,
        List<BasketDiscount> discounts,
        List<ShippingCharge> shipping) {

    public Basket {
        items = List.copyOf(items);
        discounts = List.copyOf(discounts);
        shipping = List.copyOf(shipping);
    }

    /** @throws ArithmeticException if an amount does not fit */
    public PricedBasket price() {
        DiscountedItems discounted = DiscountedItems.of(this);
        long[] prices = IntStream.range(0, items.size() + shipping.size())
                .mapToLong(i -> price(i, discounted))
                .toArray();
        long[] taxes = Taxes.of(treatment, prices, rates());
        List<PricedItem> pricedItems = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            pricedItems.add(
                    new PricedItem(items.get(i), discounted.discounts(i), money(taxes[i]), total(prices[i], taxes[i])));
        }
        List<PricedShipping> pricedShipping = new ArrayList<>();
        for (int i = items.size(); i < prices.length; i++) {
            pricedShipping.add(new PricedShipping(
                    shipping.get(i - items.size()), money(prices[i]), money(taxes[i]), total(prices[i], taxes[i])));
        }
        return PricedBasket.of(currency, List.copyOf(pricedItems), List.copyOf(pricedShipping));
    }

    /** Of an item or, behind the items, of a shipping. */
    private long price(int i, DiscountedItems discounted) {
        if (i < items.size()) {
            return discounted.price(i);
        }
        ShippingCharge charge = shipping.get(i - items.size());
        return charge.forGoods(money(discounted.priceOf(charge.brandId()))).amount();
    }

    private List<TaxRate> rates() {
        return Stream.concat(
                        items.stream().map(BasketItem::taxRate),
                        shipping.stream().map(ShippingCharge::taxRate))
                .toList();
    }

    private Money total(long price, long tax) {
        return money(
                switch (treatment) {
                    case INCLUSIVE -> price;
                    case EXCLUSIVE -> Math.addExact(price, tax);
                });
    }

    private Money money(long amount) {
        return new Money(amount, currency);
    }
}
