package dev.vetrina.localstack.bench.checkout;

import java.util.Set;

/** Counts again, after everything was sold, what went wrong. */
interface SalesCheck {

    /**
     * @param oversold units that buyers were given beyond what was put on sale
     * @param lost orders that a buyer was told are paid, and that are not
     * @param doubleCharged orders that were charged more than once, or charged without being paid
     */
    record Wrongs(long oversold, long lost, long doubleCharged) {

        boolean any() {
            return oversold + lost + doubleCharged > 0;
        }
    }

    /** @param paid the ids of the orders that buyers were told are paid */
    Wrongs check(Set<String> paid);
}
