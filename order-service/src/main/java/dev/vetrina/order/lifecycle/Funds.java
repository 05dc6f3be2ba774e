package dev.vetrina.order.lifecycle;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a provider has secured for a payment.
 *
 * @param captured minor units taken by now, all captures together
 * @param authorisedUntil until when more can be captured; null if nothing more will be
 */
public record Funds(long captured, @Nullable Instant authorisedUntil) {

    public static Funds captured(long total) {
        return new Funds(total, null);
    }

    public static Funds authorised(long captured, Instant until) {
        return new Funds(captured, until);
    }

    public PaymentStatus status() {
        return authorisedUntil == null ? PaymentStatus.CAPTURED : PaymentStatus.AUTHORISED;
    }
}
