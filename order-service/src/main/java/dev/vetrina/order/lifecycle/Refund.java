package dev.vetrina.order.lifecycle;

import dev.vetrina.events.Money;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Money of a payment that goes back to the buyer. */
public final class Refund extends Transfer {

    private final RefundTerms terms;
    private @Nullable String reference;
    private @Nullable UUID retriedAs;

    Refund(
            RefundTerms terms,
            TransferStatus status,
            @Nullable String reference,
            @Nullable UUID retriedAs,
            Progress progress) {
        super(status, progress);
        this.terms = terms;
        this.reference = reference;
        this.retriedAs = retriedAs;
    }

    static Refund request(RefundTerms terms) {
        return new Refund(terms, TransferStatus.REQUESTED, null, null, Progress.due(terms.createdAt()));
    }

    void refer(@Nullable String providerReference) {
        reference = providerReference == null ? reference : providerReference;
    }

    void retriedAs(UUID refundId) {
        retriedAs = refundId;
    }

    public RefundTerms terms() {
        return terms;
    }

    public UUID id() {
        return terms.id();
    }

    public Money amount() {
        return terms.amount();
    }

    /** The provider's own id of it. */
    public @Nullable String reference() {
        return reference;
    }

    /** The refund that took its place after it failed. */
    public @Nullable UUID retriedAs() {
        return retriedAs;
    }
}
