package dev.vetrina.order.basket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vetrina.events.CatalogEvent.TaxTreatment;
import dev.vetrina.events.Money;
import dev.vetrina.order.lifecycle.LineDiscount;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for any basket: any currency, brands, rates and discounts. */
class BasketProperties {

    private static final Arbitrary<TaxRate> RATES =
            Arbitraries.of("0", "5.5", "7", "8.875", "20", "33.3333", "100").map(TaxRate::of);

    @Property(tries = 300)
    void theTotalIsTheSumOfLinesAndShipping(@ForAll("baskets") Basket basket) {
        PricedBasket priced = basket.price();

        assertThat(priced.total())
                .isEqualTo(sum(
                        basket,
                        priced.items().stream().map(PricedItem::total),
                        priced.shipping().stream().map(PricedShipping::total)));
        assertThat(priced.tax())
                .isEqualTo(sum(
                        basket,
                        priced.items().stream().map(PricedItem::tax),
                        priced.shipping().stream().map(PricedShipping::tax)));
    }

    @Property(tries = 300)
    void noAmountIsNegativeAndNoTaxIsMoreThanItsTotal(@ForAll("baskets") Basket basket) {
        PricedBasket priced = basket.price();

        Stream.concat(
                        priced.items().stream().map(item -> List.of(item.tax(), item.total())),
                        priced.shipping().stream().map(part -> List.of(part.tax(), part.total())))
                .forEach(taxAndTotal -> assertThat(taxAndTotal.getFirst().amount())
                        .isBetween(0L, taxAndTotal.getLast().amount()));
    }

    @Property(tries = 300)
    void everyLineIsItsPriceWithoutItsDiscountsAndWithItsTax(@ForAll("baskets") Basket basket) {
        for (PricedItem item : basket.price().items()) {
            long net = item.item().price().amount()
                    - item.discounts().stream()
                            .mapToLong(discount -> discount.amount().amount())
                            .sum();
            long added =
                    basket.treatment() == TaxTreatment.EXCLUSIVE ? item.tax().amount() : 0;
            assertThat(item.total().amount()).isEqualTo(net + added);
        }
    }

    @Property(tries = 300)
    void theSharesOfADiscountAreTheDiscount(@ForAll("baskets") Basket basket) {
        long[] left =
                basket.items().stream().mapToLong(item -> item.price().amount()).toArray();
        PricedBasket priced = basket.price();
        for (BasketDiscount discount : basket.discounts()) {
            long eligible = discount.items().stream().mapToLong(i -> left[i]).sum();
            long taken = 0;
            for (int i = 0; i < left.length; i++) {
                long share = share(priced.items().get(i), discount.campaignId());
                assertThat(share).isBetween(0L, discount.items().contains(i) ? left[i] : 0);
                left[i] -= share;
                taken += share;
            }
            assertThat(taken).isEqualTo(discount.reduction().of(eligible));
        }
    }

    @Property(tries = 300)
    void theTaxOfARateIsThatOfAllItsPricesRoundedOnce(@ForAll("baskets") Basket basket) {
        PricedBasket priced = basket.price();
        long expected = Stream.of("0", "5.5", "7", "8.875", "20", "33.3333", "100")
                .map(TaxRate::of)
                .mapToLong(rate -> tax(basket, priced, rate))
                .sum();

        assertThat(priced.tax().amount()).isEqualTo(expected);
    }

    @Property(tries = 300)
    void theBrandsPartsAddUpToTheOrder(@ForAll("baskets") Basket basket) {
        PricedBasket priced = basket.price();

        assertThat(sum(basket, basket.shipping().stream().map(charge -> priced.totalOf(charge.brandId())), Stream.of()))
                .isEqualTo(priced.total());
    }

    private static long share(PricedItem item, UUID campaignId) {
        return item.discounts().stream()
                .filter(discount -> discount.campaignId().equals(campaignId))
                .map(LineDiscount::amount)
                .mapToLong(Money::amount)
                .sum();
    }

    private static long tax(Basket basket, PricedBasket priced, TaxRate rate) {
        long net = Stream.concat(
                        priced.items().stream()
                                .filter(item -> item.item().taxRate().equals(rate))
                                .map(item -> List.of(item.total(), item.tax())),
                        priced.shipping().stream()
                                .filter(part -> part.charge().taxRate().equals(rate))
                                .map(part -> List.of(part.total(), part.tax())))
                .mapToLong(amounts -> basket.treatment() == TaxTreatment.INCLUSIVE
                        ? amounts.getFirst().amount()
                        : amounts.getFirst().amount() - amounts.getLast().amount())
                .sum();
        return basket.treatment() == TaxTreatment.INCLUSIVE ? rate.containedIn(net) : rate.onTopOf(net);
    }

    private static Money sum(Basket basket, Stream<Money> some, Stream<Money> others) {
        return Stream.concat(some, others).reduce(Money.zero(basket.currency()), Money::plus);
    }

    @Provide
    Arbitrary<Basket> baskets() {
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
