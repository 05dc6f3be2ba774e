package dev.vetrina.order.basket;

import static dev.vetrina.order.basket.SampleBasket.ACME;
import static dev.vetrina.order.basket.SampleBasket.ZENITH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vetrina.events.Money;
import dev.vetrina.order.lifecycle.LineDiscount;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BasketTest {

    private final SampleBasket pounds = new SampleBasket("GBP", TaxRate.of("20"));

    @Test
    void inclusivePricesContainTheirTaxAndStayWhatTheyAre() {
        PricedBasket basket = pounds.inclusive(
                List.of(pounds.item(ACME, 2, 1_250)), List.of(), List.of(pounds.shipping(ACME, 500, null)));

        assertThat(basket.total()).isEqualTo(pounds.money(3_000));
        assertThat(basket.tax()).isEqualTo(pounds.money(500));
        assertThat(basket.items().getFirst().tax()).isEqualTo(pounds.money(417));
        assertThat(basket.shipping().getFirst().tax()).isEqualTo(pounds.money(83));
        assertThat(basket.shipping().getFirst().total()).isEqualTo(pounds.money(500));
    }

    @Test
    void exclusivePricesGetTheirTaxOnTop() {
        SampleBasket dollars = new SampleBasket("USD", TaxRate.of("8.875"));

        PricedBasket basket = dollars.exclusive(
                List.of(dollars.item(ACME, 1, 1_999)), List.of(), List.of(dollars.shipping(ACME, 500, null)));

        assertThat(basket.tax()).isEqualTo(dollars.money(222));
        assertThat(basket.total()).isEqualTo(dollars.money(2_721));
        assertThat(basket.items().getFirst().total()).isEqualTo(dollars.money(2_177));
        assertThat(basket.shipping().getFirst().price()).isEqualTo(dollars.money(500));
        assertThat(basket.shipping().getFirst().total()).isEqualTo(dollars.money(544));
    }

    @Test
    void taxIsRoundedOncePerRateAndNotPerLine() {
        SampleBasket euros = new SampleBasket("EUR", TaxRate.of("19"));
        List<BasketItem> threeTimesTwoCents =
                List.of(euros.item(ACME, 1, 2), euros.item(ACME, 1, 2), euros.item(ACME, 1, 2));

        PricedBasket basket = euros.exclusive(threeTimesTwoCents, List.of(), List.of());

        assertThat(basket.tax()).isEqualTo(euros.money(1));
        assertThat(basket.items()).extracting(item -> item.tax().amount()).containsExactly(1L, 0L, 0L);
    }

    @Test
    void everyRateIsComputedForItself() {
        SampleBasket euros = new SampleBasket("EUR", TaxRate.of("19"));

        PricedBasket basket = euros.inclusive(
                List.of(
                        euros.item(ACME, 1, 11_900),
                        euros.item(ACME, 1, 10_700, TaxRate.of("7.0")),
                        euros.item(ACME, 1, 10_700, TaxRate.of("7")),
                        euros.item(ACME, 1, 333, TaxRate.NONE)),
                List.of(),
                List.of());

        assertThat(basket.items()).extracting(item -> item.tax().amount()).containsExactly(1_900L, 700L, 700L, 0L);
    }

    @Test
    void aFixedDiscountIsSharedByTheItemsToWhichItApplies() {
        PricedBasket basket = pounds.inclusive(
                List.of(pounds.item(ACME, 1, 1_000), pounds.item(ACME, 1, 2_000), pounds.item(ZENITH, 1, 5_000)),
                List.of(pounds.off(100, 0, 1)),
                List.of());

        assertThat(basket.items()).extracting(item -> item.total().amount()).containsExactly(967L, 1_933L, 5_000L);
        assertThat(basket.items().get(2).discounts()).isEmpty();
    }

    @Test
    void aDiscountNeverTakesMoreThanThereIs() {
        PricedBasket basket = pounds.inclusive(
                List.of(pounds.item(ACME, 1, 300), pounds.item(ZENITH, 1, 700)),
                List.of(pounds.off(1_000, 0), pounds.percentOff("100", null, 0, 1), pounds.off(1, 0, 1)),
                List.of());

        assertThat(basket.total()).isEqualTo(pounds.money(0));
        assertThat(basket.items().get(0).discounts())
                .extracting(LineDiscount::amount)
                .containsExactly(pounds.money(300));
        assertThat(basket.items().get(1).discounts())
                .extracting(LineDiscount::amount)
                .containsExactly(pounds.money(700));
    }

    @Test
    void aPercentageIsRoundedOnceAndCapped() {
        List<BasketItem> items = List.of(pounds.item(ACME, 1, 333), pounds.item(ACME, 1, 333));

        assertThat(pounds.inclusive(items, List.of(pounds.percentOff("12.5", null, 0, 1)), List.of())
                        .total())
                .isEqualTo(pounds.money(583));
        assertThat(pounds.inclusive(items, List.of(pounds.percentOff("12.5", 50L, 0, 1)), List.of())
                        .total())
                .isEqualTo(pounds.money(616));
    }

    @Test
    void aSecondDiscountIsTakenFromWhatTheFirstLeft() {
        PricedBasket basket = pounds.inclusive(
                List.of(pounds.item(ACME, 1, 1_000)),
                List.of(pounds.off(200, 0), pounds.percentOff("10", null, 0)),
                List.of());

        assertThat(basket.total()).isEqualTo(pounds.money(720));
    }

    @ParameterizedTest
    @CsvSource({"4_999, 0, 500", "5_000, 0, 0", "5_100, 100, 0", "5_100, 101, 500"})
    void shippingIsFreeFromAPriceAfterDiscounts(String price, long discount, long shipping) {
        PricedBasket basket = pounds.inclusive(
                List.of(pounds.item(ACME, 1, Long.parseLong(price.replace("_", ""))), pounds.item(ZENITH, 1, 100_000)),
                List.of(pounds.off(discount, 0)),
                List.of(pounds.shipping(ACME, 500, 5_000L), pounds.shipping(ZENITH, 0, null)));

        assertThat(basket.shipping().getFirst().price()).isEqualTo(pounds.money(shipping));
    }

    @ParameterizedTest
    @CsvSource({"JPY, 10, 1_980, 180", "KWD, 5, 12_345, 588", "IDR, 11, 149_900_000, 14_854_955"})
    void currenciesWithoutAndWithThreeDecimalsAreMinorUnitsToo(
            String currency, String percent, String price, String tax) {
        SampleBasket basket = new SampleBasket(currency, TaxRate.of(percent));
        long amount = Long.parseLong(price.replace("_", ""));

        PricedBasket priced = basket.inclusive(List.of(basket.item(ACME, 1, amount)), List.of(), List.of());

        assertThat(priced.total()).isEqualTo(new Money(amount, currency));
        assertThat(priced.tax().amount()).isEqualTo(Long.parseLong(tax.replace("_", "")));
    }

    @Test
    void whatDoesNotFitIsRefusedAndNotWrapped() {
        List<BasketItem> items = List.of(pounds.item(ACME, 99, Long.MAX_VALUE / 2));
        List<BasketItem> two = List.of(pounds.item(ACME, 1, Long.MAX_VALUE), pounds.item(ZENITH, 1, 1));
        List<BasketItem> taxed = List.of(pounds.item(ACME, 1, Long.MAX_VALUE - 1));

        assertThatThrownBy(() -> pounds.inclusive(items, List.of(), List.of())).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> pounds.inclusive(two, List.of(), List.of())).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> pounds.exclusive(taxed, List.of(), List.of())).isInstanceOf(ArithmeticException.class);
    }
}
