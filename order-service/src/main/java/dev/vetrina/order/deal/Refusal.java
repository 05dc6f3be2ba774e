package dev.vetrina.order.deal;

import dev.vetrina.events.DealEvent.DealRejection;
import dev.vetrina.events.Money;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;

/**
 * Why a deal is not armed.
 *
 * @param detail in words, for the host
 */
record Refusal(DealRejection reason, String detail) {

    static Optional<Refusal> of(DealRejection reason, String detail) {
        return Optional.of(new Refusal(reason, detail));
    }

    /** An amount as the host reads it, such as 14.99 GBP. */
    static String words(Money money) {
        int digits = Math.max(0, Currency.getInstance(money.currency()).getDefaultFractionDigits());
        return BigDecimal.valueOf(money.amount(), digits).toPlainString() + " " + money.currency();
    }
}
