package dev.vetrina.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "gbp", "XXQ", "POUND", "£"})
    void aCurrencyIsAnIsoCode(String currency) {
        assertThatThrownBy(() -> new Money(1, currency)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void currenciesAreNotMixed() {
        Money pounds = new Money(100, "GBP");
        Money euros = new Money(100, "EUR");
        assertThatThrownBy(() -> pounds.plus(euros))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("cannot add EUR to GBP");
    }

    @Test
    void whatDoesNotFitIsAnErrorAndNotAnotherAmount() {
        Money most = new Money(Long.MAX_VALUE, "JPY");
        assertThatThrownBy(() -> most.plus(new Money(1, "JPY"))).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> most.times(2)).isInstanceOf(ArithmeticException.class);
    }

    @Property
    void timesIsRepeatedAddition(@ForAll int amount, @ForAll @IntRange(max = 50) int factor) {
        Money price = new Money(amount, "KWD");
        Money sum = Money.zero("KWD");
        for (int i = 0; i < factor; i++) {
            sum = sum.plus(price);
        }
        assertThat(price.times(factor)).isEqualTo(sum);
    }
}
