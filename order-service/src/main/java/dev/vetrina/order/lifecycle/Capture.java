package dev.vetrina.order.lifecycle;

import dev.vetrina.events.Money;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A part of an authorised payment that is taken when goods leave. */
public final class Capture extends Transfer {

    private final UUID id;
    private final UUID paymentId;
    private final Money amount;
    private final boolean last;
    private final Instant createdAt;
    private @Nullable UUID retriedAs;

    /** @param last whether nothing more is captured of the payment afterwards */
    Capture(
            UUID id,
            UUID paymentId,
            Money amount,
            boolean last,
            Instant createdAt,
            TransferStatus status,
            @Nullable UUID retriedAs,
            Progress progress) {
        super(status, progress);
        this.id = id;
        this.paymentId = paymentId;
        this.amount = amount;
        this.last = last;
        this.createdAt = createdAt;
        this.retriedAs = retriedAs;
    }

    static Capture request(UUID id, UUID paymentId, Money amount, boolean last, Instant now) {
        return new Capture(id, paymentId, amount, last, now, TransferStatus.REQUESTED, null, Progress.due(now));
    }

    void retriedAs(UUID captureId) {
        retriedAs = captureId;
    }

    /** The capture that took its place after it failed. */
    @Nullable
    UUID retriedAs() {
        return retriedAs;
    }

    /** Whether it failed, and nothing else asks for its money. */
    boolean failedForGood() {
        return status() == TransferStatus.FAILED && retriedAs == null;
    }

    /** Also the provider's idempotency key. */
    public UUID id() {
        return id;
    }

    public UUID paymentId() {
        return paymentId;
    }

    public Money amount() {
        return amount;
    }

    public boolean last() {
        return last;
    }

    Instant createdAt() {
        return createdAt;
    }
}
