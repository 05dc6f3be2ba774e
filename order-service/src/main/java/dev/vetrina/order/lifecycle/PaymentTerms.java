package dev.vetrina.order.lifecycle;

import dev.vetrina.events.Money;
import java.time.Instant;
import java.util.UUID;

/**
 * What is settled when an attempt to pay begins.
 *
 * @param id also the provider's idempotency key, so a repeated call charges once
 * @param requestId hexadecimal form of the idempotency key's id
 * @param provider the name of the one that is asked, now and whenever this payment is concerned
 * @param captureAtOnce whether the money is taken with the authorisation, or later, as goods are shipped
 */
public record PaymentTerms(
        UUID id,
        UUID orderId,
        String requestId,
        String provider,
        String methodToken,
        Money amount,
        boolean captureAtOnce,
        Instant createdAt) {}
