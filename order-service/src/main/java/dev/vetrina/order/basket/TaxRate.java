package dev.vetrina.order.basket;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** A rate of sales tax. Amounts are in minor units of whatever currency, and rounded half up. */
public record TaxRate(BigDecimal percent) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    public static final TaxRate NONE = new TaxRate(BigDecimal.ZERO);

    /** Two rates of the same value are the same rate, however it was written. */
    public TaxRate {
        if (percent.signum() < 0 || percent.compareTo(HUNDRED) > 0) {
            throw new IllegalArgumentException("a tax rate of " + percent + " %");
        }
        percent = percent.stripTrailingZeros();
    }

    public static TaxRate of(String percent) {
        return new TaxRate(new BigDecimal(percent));
    }

    /** The tax that a price contains. */
    long containedIn(long amount) {
        return BigDecimal.valueOf(amount)
                .multiply(percent)
                .divide(percent.add(HUNDRED), 0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    /** The tax that comes on top of a price. */
    long onTopOf(long amount) {
        return BigDecimal.valueOf(amount)
                .multiply(percent)
                .movePointLeft(2)
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
    }
}
