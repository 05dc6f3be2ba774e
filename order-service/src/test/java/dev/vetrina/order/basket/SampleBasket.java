package dev.vetrina.order.basket;

import dev.vetrina.events.CatalogEvent.TaxTreatment;
import dev.vetrina.events.Money;
import dev.vetrina.order.lifecycle.LineDiscount.Payer;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Baskets of a currency, written short. */
record SampleBasket(String currency, TaxRate rate) {

    static final UUID ACME = new UUID(0, 1);
    static final UUID ZENITH = new UUID(0, 2);

    BasketItem item(UUID brand, int quantity, long price) {
        return item(brand, quantity, price, rate);
    }

    BasketItem item(UUID brand, int quantity, long price, TaxRate taxRate) {
        Money money = money(price);
        return new BasketItem(UUID.randomUUID(), UUID.randomUUID(), brand, quantity, money, money, null, taxRate);
    }

    ShippingCharge shipping(UUID brand, long price, @Nullable Long freeFrom) {
        return new ShippingCharge(brand, "standard", money(price), freeFrom == null ? null : money(freeFrom), rate);
    }

    BasketDiscount off(long amount, Integer... items) {
        return discount(new Reduction.Fixed(money(amount)), items);
    }

    BasketDiscount percentOff(String percent, @Nullable Long cap, Integer... items) {
        return discount(new Reduction.Percentage(new BigDecimal(percent), cap == null ? null : money(cap)), items);
    }

    private static BasketDiscount discount(Reduction reduction, Integer... items) {
        return new BasketDiscount(UUID.randomUUID(), "SPRING", Payer.BRAND, reduction, Set.of(items));
    }

    PricedBasket inclusive(List<BasketItem> items, List<BasketDiscount> discounts, List<ShippingCharge> shipping) {
        return new Basket(currency, TaxTreatment.INCLUSIVE, items, discounts, shipping).price();
    }

    PricedBasket exclusive(List<BasketItem> items, List<BasketDiscount> discounts, List<ShippingCharge> shipping) {
        return new Basket(currency, TaxTreatment.EXCLUSIVE, items, discounts, shipping).price();
    }

    Money money(long amount) {
        return new Money(amount, currency);
    }

    static Integer[] all(List<BasketItem> items) {
        return IntStream.range(0, items.size()).boxed().toArray(Integer[]::new);
    }
}
