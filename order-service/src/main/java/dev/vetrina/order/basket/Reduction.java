package dev.vetrina.order.basket;

import dev.vetrina.events.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** How much a discount takes off the items to which it applies. */
public sealed interface Reduction {

    /** Never more than the price, in minor units. */
    long of(long price);

    /** The amount, or the whole price if that is less. */
    record Fixed(Money amount) implements Reduction {

        public Fixed {
            requireNotNegative(amount);
        }

        @Override
        public long of(long price) {
            return Math.min(amount.amount(), price);
        }
    }

    /**
     * A part of the price, rounded half up once for the whole basket.
     *
     * @param percent 0 to 100
     * @param cap the most that is taken off, or null
     */
    record Percentage(BigDecimal percent, @Nullable Money cap) implements Reduction {

        public Percentage {
            if (percent.signum() < 0 || percent.compareTo(BigDecimal.valueOf(100)) > 0) {
                throw new IllegalArgumentException("a discount of " + percent + " %");
            }
            if (cap != null) {
                requireNotNegative(cap);
            }
        }

        @Override
        public long of(long price) {
            long reduction = BigDecimal.valueOf(price)
                    .multiply(percent)
                    .movePointLeft(2)
                    .setScale(0, RoundingMode.HALF_UP)
                    .longValueExact();
            return cap == null ? reduction : Math.min(reduction, cap.amount());
        }
    }

    private static void requireNotNegative(Money amount) {
        if (amount.amount() < 0) {
            throw new IllegalArgumentException("a discount of " + amount);
        }
    }
}
