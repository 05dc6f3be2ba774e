package dev.vetrina.order.lifecycle;

import dev.vetrina.events.Money;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is settled when a refund is asked for.
 *
 * @param id also the provider's idempotency key
 * @param requestId hexadecimal form of the idempotency key's id, if a request asked for it
 * @param note for people, shown to operators only
 * @param requestedBy subject of the token, or {@code system}
 */
public record RefundTerms(
        UUID id,
        UUID paymentId,
        UUID orderId,
        @Nullable String requestId,
        Money amount,
        RefundReason reason,
        @Nullable String note,
        String requestedBy,
        Instant createdAt) {}
