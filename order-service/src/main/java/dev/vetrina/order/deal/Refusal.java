package dev.vetrina.order.deal;

import dev.vetrina.events.DealEvent.AllowedDeal;
import dev.vetrina.events.DealEvent.DealRejection;
import dev.vetrina.events.Money;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Why a deal is not armed.
 *
 * @param detail in words, for the host
 * @param allowed what would be armed instead, where there is something
 */
record Refusal(
        DealRejection reason, String detail, @Nullable AllowedDeal allowed) {

    Refusal(DealRejection reason, String detail) {
        this(reason, detail, null);
    }

    static Optional<Refusal> of(DealRejection reason, String detail, @Nullable AllowedDeal allowed) {
        return Optional.of(new Refusal(reason, detail, allowed));
    }

    /** A price that breaks no rule, from this one on. */
    static AllowedDeal noLessThan(String market, long amount, String currency) {
        return new AllowedDeal(market, new Money(amount, currency), null, null);
    }

    /** Null where no price would do. */
    static @Nullable AllowedDeal noMoreThan(String market, long amount, String currency) {
        return amount > 0 ? new AllowedDeal(market, null, new Money(amount, currency), null) : null;
    }

    /** Null where not even one would do. */
    static @Nullable AllowedDeal unitsUpTo(long quantity) {
        return quantity > 0 ? new AllowedDeal(null, null, null, quantity) : null;
    }

    static Optional<Refusal> of(DealRejection reason, String detail) {
        return Optional.of(new Refusal(reason, detail));
    }

    /** An amount as the host reads it, such as 14.99 GBP. */
    static String words(Money money) {
        int digits = Math.max(0, Currency.getInstance(money.currency()).getDefaultFractionDigits());
        return BigDecimal.valueOf(money.amount(), digits).toPlainString() + " " + money.currency();
    }
}
