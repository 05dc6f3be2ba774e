package dev.vetrina.order.payment.provider;

import dev.vetrina.events.Money;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A payment as its provider is told of it: the same whenever it is asked about.
 *
 * @param reference the provider's own id of it, if we have heard it
 */
public record PaymentRequest(
        UUID paymentId,
        UUID orderId,
        Money amount,
        String methodToken,
        boolean captureAtOnce,
        @Nullable String reference) {}
