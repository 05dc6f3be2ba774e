package dev.vetrina.order.basket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vetrina.events.CatalogEvent.TaxTreatment;
import dev.vetrina.events.Money;
import dev.vetrina.order.lifecycle.LineDiscount;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for any basket: any currency, brands, rates and discounts. */
class AnyBasketTest {

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
        return AnyBasket.arbitrary();
    }
}
