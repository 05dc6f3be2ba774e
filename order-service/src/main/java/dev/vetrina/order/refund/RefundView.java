package dev.vetrina.order.refund;

import dev.vetrina.events.Money;
import dev.vetrina.kit.http.Identified;
import dev.vetrina.order.lifecycle.Refund;
import dev.vetrina.order.lifecycle.RefundReason;
import dev.vetrina.order.lifecycle.TransferStatus;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "Refund", description = "Money that goes back. What is `REQUESTED` or `UNKNOWN` is finished by itself.")
public record RefundView(
        UUID id,
        UUID orderId,
        UUID paymentId,
        Money amount,
        RefundReason reason,

        @Schema(description = "Shown to operators and finance only") @Nullable
        String note,

        TransferStatus status,

        @Schema(description = "Why it failed, as the provider says") @Nullable
        String failureCode,

        @Schema(description = "The refund that took its place after it failed") @Nullable
        UUID retriedAs,

        @Schema(description = "Who asked for it; `system` for a payment that came too late")
        String requestedBy,

        Instant createdAt)
        implements Identified {

    public static RefundView of(Refund refund) {
        return of(refund, refund.terms().note(), refund.terms().requestedBy());
    }

    /** Without what concerns colleagues only. */
    static RefundView forBuyer(Refund refund) {
        return of(refund, null, refund.terms().requestedBy().equals("system") ? "system" : "operator");
    }

    private static RefundView of(Refund refund, @Nullable String note, String requestedBy) {
        return new RefundView(
                refund.id(),
                refund.terms().orderId(),
                refund.terms().paymentId(),
                refund.amount(),
                refund.terms().reason(),
                note,
                refund.status(),
                refund.status() == TransferStatus.FAILED ? refund.lastError() : null,
                refund.retriedAs(),
                requestedBy,
                refund.terms().createdAt());
    }
}
