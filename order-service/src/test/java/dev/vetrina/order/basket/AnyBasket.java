package dev.vetrina.order.basket;

import dev.vetrina.events.CatalogEvent.TaxTreatment;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Baskets of any currency, brands, rates, discounts and shipping. */
final class AnyBasket {

    private static final Arbitrary<TaxRate> RATES =
            Arbitraries.of("0", "5.5", "7", "8.875", "20", "33.3333", "100").map(TaxRate::of);

    private AnyBasket() {}

    static Arbitrary<Basket> arbitrary() {
        return Arbitraries.of("GBP", "EUR", "USD", "JPY", "KWD", "IDR").flatMap(currency -> {
            SampleBasket sample = new SampleBasket(currency, TaxRate.of("20"));
            return items(sample)
                    .list()
                    .ofMinSize(1)
                    .ofMaxSize(12)
                    .flatMap(items -> Combinators.combine(
                                    Arbitraries.of(TaxTreatment.class),
                                    discounts(sample, items.size()).list().ofMaxSize(4),
                                    shipping(sample, items))
                            .as((treatment, discounts, shipping) ->
                                    new Basket(currency, treatment, items, discounts, shipping)));
        });
    }

    private static Arbitrary<BasketItem> items(SampleBasket sample) {
        return Combinators.combine(
                        Arbitraries.of(SampleBasket.ACME, SampleBasket.ZENITH, new UUID(0, 3)),
                        Arbitraries.integers().between(1, 99),
                        Arbitraries.longs().between(0, 1_000_000_000_000L),
                        RATES)
                .as(sample::item);
    }

    private static Arbitrary<BasketDiscount> discounts(SampleBasket sample, int items) {
        Arbitrary<Set<Integer>> eligible =
                Arbitraries.integers().between(0, items - 1).set().ofMaxSize(items);
        Arbitrary<Long> amounts = Arbitraries.longs().between(0, 1_000_000_000L);
        return Combinators.combine(
                        Arbitraries.of("0", "2.5", "33.33", "100").optional(), amounts.injectNull(0.3), eligible)
                .as((percent, amount, positions) -> percent.isPresent()
                        ? sample.percentOff(percent.get(), amount, positions.toArray(Integer[]::new))
                        : sample.off(amount == null ? 7 : amount, positions.toArray(Integer[]::new)));
    }

    /** One charge for each brand of the items. */
    private static Arbitrary<List<ShippingCharge>> shipping(SampleBasket sample, List<BasketItem> items) {
        List<Arbitrary<ShippingCharge>> charges = items.stream()
                .map(BasketItem::brandId)
                .distinct()
                .map(brand -> Combinators.combine(
                                Arbitraries.longs().between(0, 5_000),
                                Arbitraries.longs().between(0, 100_000),
                                RATES)
                        .as((price, freeFrom, rate) -> new ShippingCharge(
                                brand, "standard", sample.money(price), sample.money(freeFrom), rate)))
                .toList();
        return Combinators.combine(charges).as(List::copyOf);
    }
}
