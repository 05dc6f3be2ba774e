package dev.vetrina.order.payment.simulated;

import dev.vetrina.events.Money;
import dev.vetrina.order.payment.ProviderAnswer;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the simulated provider knows of one payment. */
@Entity
@Table(name = "simulated_charge")
class SimulatedCharge {

    enum Status {
        REQUIRES_ACTION,
        CAPTURED,
        DECLINED,
        CANCELLED,
        REFUNDED
    }

    @Id
    private UUID paymentId;

    private String methodToken;
    private long amount;
    private String currency;

    @Enumerated(EnumType.STRING)
    private Status status;

    private @Nullable String declineCode;
    private int captures;
    private Instant createdAt;

    @SuppressWarnings("NullAway.Init")
    protected SimulatedCharge() {}

    private SimulatedCharge(UUID paymentId, String methodToken, Money amount, Status status, Instant now) {
        this.paymentId = paymentId;
        this.methodToken = methodToken;
        this.amount = amount.amount();
        this.currency = amount.currency();
        this.status = status;
        this.createdAt = now;
    }

    static SimulatedCharge charge(UUID paymentId, Money amount, String token, Instant now) {
        SimulatedCharge charge = new SimulatedCharge(paymentId, token, amount, Status.DECLINED, now);
        switch (token) {
            case "tok_approved", "tok_timeout_after_capture" -> charge.capture();
            case "tok_requires_action" -> charge.status = Status.REQUIRES_ACTION;
            case "tok_insufficient_funds" -> charge.declineCode = "insufficient_funds";
            case "tok_declined" -> charge.declineCode = "card_declined";
            default -> charge.declineCode = "unknown_payment_method";
        }
        return charge;
    }

    /** A payment that is cancelled before it was ever asked for: asked for later, it stays cancelled. */
    static SimulatedCharge cancelled(UUID paymentId, Instant now) {
        return new SimulatedCharge(paymentId, "", Money.zero("XXX"), Status.CANCELLED, now);
    }

    void passChallenge() {
        if (status == Status.REQUIRES_ACTION) {
            capture();
        }
    }

    void failChallenge() {
        if (status == Status.REQUIRES_ACTION) {
            status = Status.DECLINED;
            declineCode = "authentication_failed";
        }
    }

    void cancel() {
        if (status == Status.REQUIRES_ACTION) {
            status = Status.CANCELLED;
        }
    }

    void refund() {
        if (status == Status.CAPTURED) {
            status = Status.REFUNDED;
        }
    }

    private void capture() {
        status = Status.CAPTURED;
        captures++;
    }

    ProviderAnswer answer() {
        return switch (status) {
            case REQUIRES_ACTION -> new ProviderAnswer.ActionRequired("/v1/simulated-provider/challenges/" + paymentId);
            case CAPTURED -> new ProviderAnswer.Captured();
            case DECLINED -> new ProviderAnswer.Declined(declineCode == null ? "card_declined" : declineCode);
            case CANCELLED -> new ProviderAnswer.Cancelled();
            case REFUNDED -> new ProviderAnswer.Refunded();
        };
    }

    ChargeView view() {
        return new ChargeView(paymentId, new Money(amount, currency), status, captures, createdAt);
    }

    boolean losesItsAnswer() {
        return methodToken.equals("tok_timeout_after_capture");
    }
}
