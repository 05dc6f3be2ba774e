package dev.vetrina.order.limit;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How many units of a variant one customer may buy.
 *
 * @param windowDays over how many days they are counted; null: over all time
 */
public record PurchaseLimit(int maxPerCustomer, @Nullable Integer windowDays) {

    /** From when on purchases count. */
    public Instant since(Instant now) {
        return windowDays == null ? Instant.EPOCH : now.minus(Duration.ofDays(windowDays));
    }
}
