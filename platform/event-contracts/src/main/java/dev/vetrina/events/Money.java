package dev.vetrina.events;

import java.util.Currency;

/**
 * An amount of money.
 *
 * @param amount in minor units of the currency by its ISO 4217 exponent: 1999 is GBP 19.99, and JPY 1,999
 * @param currency ISO 4217 code
 */
public record Money(long amount, String currency) {

    /** @throws IllegalArgumentException if the currency is not an ISO 4217 code */
    public Money {
        Currency.getInstance(currency);
    }

    public static Money zero(String currency) {
        return new Money(0, currency);
    }

    /** @throws IllegalArgumentException if the currencies differ; ArithmeticException if it does not fit */
    public Money plus(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("cannot add " + other.currency + " to " + currency);
        }
        return new Money(Math.addExact(amount, other.amount), currency);
    }

    public Money times(long factor) {
        return new Money(Math.multiplyExact(amount, factor), currency);
    }
}
