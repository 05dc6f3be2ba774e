package dev.vetrina.order.lifecycle;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Why an order, or a part of it, is cancelled. */
public enum CancelReason {
    CHANGED_MIND,
    WRONG_ITEM,
    FOUND_CHEAPER,
    TOO_SLOW,
    OUT_OF_STOCK,
    PRICE_ERROR,
    ADDRESS_UNDELIVERABLE,
    SUSPECTED_FRAUD,
    /** The consumer withdrew from the contract before it was shipped. */
    WITHDRAWN,
    /** By the clock: the brand did not confirm in time. */
    NOT_CONFIRMED_IN_TIME,
    /** By the clock: the brand did not ship in time. */
    NOT_SHIPPED_IN_TIME,
    /** The payment provider let the reserved money go before it was captured. */
    PAYMENT_LAPSED,
    OTHER;

    /** Whether a buyer may have given it: what was written with it may then be the buyer's own words. */
    public boolean perhapsOfBuyer() {
        return switch (this) {
            case CHANGED_MIND, WRONG_ITEM, FOUND_CHEAPER, TOO_SLOW, WITHDRAWN, OTHER -> true;
            case OUT_OF_STOCK,
                    PRICE_ERROR,
                    ADDRESS_UNDELIVERABLE,
                    SUSPECTED_FRAUD,
                    NOT_CONFIRMED_IN_TIME,
                    NOT_SHIPPED_IN_TIME,
                    PAYMENT_LAPSED -> false;
        };
    }

    /** The reason's code if that is what was kept of it; null if it is in somebody's words. */
    static @Nullable String codeOf(@Nullable String reason) {
        return Arrays.stream(values())
                .map(CancelReason::name)
                .filter(code -> code.equals(reason))
                .findFirst()
                .orElse(null);
    }
}
