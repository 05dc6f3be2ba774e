package dev.vetrina.order.lifecycle;

import dev.vetrina.events.Money;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Money that somebody wants to go back.
 *
 * @param id of the refund: the same wish again, under the same id, asks for nothing more
 * @param requestId hexadecimal form of the idempotency key's id, if a request asks for it
 */
public record RefundWish(
        UUID id,
        @Nullable String requestId,
        Money amount,
        RefundReason reason,
        @Nullable String note,
        String requestedBy) {

    /** A wish of the system's own. */
    public static RefundWish bySystem(UUID id, Money amount, RefundReason reason) {
        return new RefundWish(id, null, amount, reason, null, "system");
    }

    RefundWish of(Money part) {
        return new RefundWish(id, requestId, part, reason, note, requestedBy);
    }
}
