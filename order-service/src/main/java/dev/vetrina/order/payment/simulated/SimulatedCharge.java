package dev.vetrina.order.payment.simulated;

import dev.vetrina.events.Money;
import dev.vetrina.order.payment.provider.PaymentRequest;
import dev.vetrina.order.payment.provider.ProviderAnswer;
import dev.vetrina.order.payment.provider.RefundAnswer;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What the simulated provider knows of one payment. */
final class SimulatedCharge {

    @Schema(name = "SimulatedChargeStatus")
    enum Status {
        REQUIRES_ACTION,
        AUTHORISED,
        CAPTURED,
        DECLINED,
        CANCELLED
    }

    private final UUID paymentId;
    private final String methodToken;
    private final Money amount;
    private final boolean captureAtOnce;
    private final Instant createdAt;
    private final Set<UUID> captureIds;
    private final Set<UUID> refundIds;
    private Status status;
    private @Nullable String declineCode;
    private int captures;
    private long captured;
    private long refunded;

    SimulatedCharge(
            UUID paymentId,
            String methodToken,
            Money amount,
            boolean captureAtOnce,
            Instant createdAt,
            Status status,
            @Nullable String declineCode,
            Set<UUID> captureIds,
            Set<UUID> refundIds,
            Totals totals) {
        this.paymentId = paymentId;
        this.methodToken = methodToken;
        this.amount = amount;
        this.captureAtOnce = captureAtOnce;
        this.createdAt = createdAt;
        this.status = status;
        this.declineCode = declineCode;
        this.captureIds = new LinkedHashSet<>(captureIds);
        this.refundIds = new LinkedHashSet<>(refundIds);
        this.captures = totals.captures();
        this.captured = totals.captured();
        this.refunded = totals.refunded();
    }

    /** @param captures how often the buyer's card was charged */
    record Totals(int captures, long captured, long refunded) {}

    static SimulatedCharge charge(PaymentRequest payment, Instant now) {
        SimulatedCharge charge =
                begin(payment.paymentId(), payment.methodToken(), payment.amount(), payment.captureAtOnce(), now);
        SimulatedToken token = SimulatedToken.of(payment.methodToken());
        if (!token.declineCode().isEmpty()) {
            charge.decline(token.declineCode());
        } else if (token == SimulatedToken.REQUIRES_ACTION) {
            charge.status = Status.REQUIRES_ACTION;
        } else {
            charge.authorise();
        }
        return charge;
    }

    /** A payment that is cancelled before it was ever asked for: asked for later, it stays cancelled. */
    static SimulatedCharge cancelled(UUID paymentId, Instant now) {
        SimulatedCharge charge = begin(paymentId, "", Money.zero("XXX"), true, now);
        charge.status = Status.CANCELLED;
        return charge;
    }

    private static SimulatedCharge begin(UUID id, String token, Money amount, boolean captureAtOnce, Instant now) {
        return new SimulatedCharge(
                id,
                token,
                amount,
                captureAtOnce,
                now,
                Status.REQUIRES_ACTION,
                null,
                Set.of(),
                Set.of(),
                new Totals(0, 0, 0));
    }

    void passChallenge() {
        if (status == Status.REQUIRES_ACTION) {
            authorise();
        }
    }

    void failChallenge() {
        if (status == Status.REQUIRES_ACTION) {
            decline("authentication_failed");
        }
    }

    void cancel() {
        if (status == Status.REQUIRES_ACTION || status == Status.AUTHORISED) {
            // What was captured stays; only the rest of the reservation goes.
            status = captured > 0 ? Status.CAPTURED : Status.CANCELLED;
        }
    }

    void capture(UUID captureId, long part, boolean last) {
        if (status == Status.AUTHORISED && part <= amount.amount() - captured && captureIds.add(captureId)) {
            captures++;
            captured += part;
            status = last ? Status.CAPTURED : status;
        }
    }

    RefundAnswer refund(UUID refundId, long part) {
        if (token() == SimulatedToken.REFUND_FAILS) {
            return new RefundAnswer.Failed("refund_refused");
        }
        if (!refundIds.contains(refundId)) {
            if (part > captured - refunded) {
                return new RefundAnswer.Failed("amount_too_large");
            }
            refundIds.add(refundId);
            refunded += part;
        }
        return new RefundAnswer.Succeeded("sim_" + refundId);
    }

    private void authorise() {
        status = captureAtOnce ? Status.CAPTURED : Status.AUTHORISED;
        if (captureAtOnce) {
            captures++;
            captured = amount.amount();
        }
    }

    private void decline(String code) {
        status = Status.DECLINED;
        declineCode = code;
    }

    ProviderAnswer answer(Duration authorisationLifetime) {
        return switch (status) {
            case REQUIRES_ACTION ->
                new ProviderAnswer.ActionRequired("/v1/simulated-provider/challenges/" + paymentId, null);
            case AUTHORISED -> new ProviderAnswer.Authorised(captured, createdAt.plus(authorisationLifetime));
            case CAPTURED -> new ProviderAnswer.Captured(captured);
            case DECLINED -> new ProviderAnswer.Declined(declineCode == null ? "card_declined" : declineCode);
            case CANCELLED -> new ProviderAnswer.Cancelled();
        };
    }

    ChargeView view() {
        return new ChargeView(
                paymentId,
                amount,
                status,
                captures,
                new Money(captured, amount.currency()),
                new Money(refunded, amount.currency()),
                createdAt);
    }

    SimulatedToken token() {
        return SimulatedToken.of(methodToken);
    }

    UUID paymentId() {
        return paymentId;
    }

    String methodToken() {
        return methodToken;
    }

    Money amount() {
        return amount;
    }

    boolean captureAtOnce() {
        return captureAtOnce;
    }

    Instant createdAt() {
        return createdAt;
    }

    Status status() {
        return status;
    }

    @Nullable
    String declineCode() {
        return declineCode;
    }

    Set<UUID> captureIds() {
        return captureIds;
    }

    Set<UUID> refundIds() {
        return refundIds;
    }

    Totals totals() {
        return new Totals(captures, captured, refunded);
    }
}
