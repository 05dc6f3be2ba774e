package dev.vetrina.order.lifecycle;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One attempt to pay an order. Its id is also the provider's idempotency key, so a repeated call charges once. */
public final class Payment {

    /** After so long without an answer, whoever asked the provider is gone. */
    private static final Duration PROVIDER_PATIENCE = Duration.ofSeconds(30);

    private static final Duration RECHECK = Duration.ofSeconds(1);

    private final UUID id;
    private final UUID orderId;
    private final String requestId;
    private final String methodToken;
    private final Instant createdAt;
    private PaymentStatus status;
    private @Nullable String declineCode;
    private @Nullable String actionUrl;
    private @Nullable Instant checkAt;

    Payment(
            UUID id,
            UUID orderId,
            String requestId,
            String methodToken,
            PaymentStatus status,
            @Nullable String declineCode,
            @Nullable String actionUrl,
            Instant createdAt,
            @Nullable Instant checkAt) {
        this.id = id;
        this.orderId = orderId;
        this.requestId = requestId;
        this.methodToken = methodToken;
        this.status = status;
        this.declineCode = declineCode;
        this.actionUrl = actionUrl;
        this.createdAt = createdAt;
        this.checkAt = checkAt;
    }

    /** @param requestId hexadecimal form of the idempotency key's id */
    static Payment start(UUID id, UUID orderId, String requestId, String methodToken, Instant now) {
        return new Payment(
                id,
                orderId,
                requestId,
                methodToken,
                PaymentStatus.PROCESSING,
                null,
                null,
                now,
                now.plus(PROVIDER_PATIENCE));
    }

    /** @throws IllegalStateException if its state has no such follower */
    void require(PaymentStatus next) {
        if (!status.canBecome(next)) {
            throw new IllegalStateException("payment " + id + " cannot go from " + status + " to " + next);
        }
    }

    void become(PaymentStatus next, Instant now) {
        require(next);
        status = next;
        actionUrl = null;
        checkAt = nextCheck(next, now);
    }

    private static @Nullable Instant nextCheck(PaymentStatus status, Instant now) {
        return switch (status) {
            case PROCESSING -> now.plus(PROVIDER_PATIENCE);
            case UNKNOWN, REFUNDING -> now.plus(RECHECK);
            // A challenge is finished by the buyer, or by the end of the hold.
            case REQUIRES_ACTION, CAPTURED, DECLINED, CANCELLED, REFUNDED -> null;
        };
    }

    void requireAction(String url, Instant now) {
        become(PaymentStatus.REQUIRES_ACTION, now);
        actionUrl = url;
    }

    void decline(String code, Instant now) {
        become(PaymentStatus.DECLINED, now);
        declineCode = code;
    }

    public UUID id() {
        return id;
    }

    public UUID orderId() {
        return orderId;
    }

    public String requestId() {
        return requestId;
    }

    public String methodToken() {
        return methodToken;
    }

    public PaymentStatus status() {
        return status;
    }

    public @Nullable String declineCode() {
        return declineCode;
    }

    public @Nullable String actionUrl() {
        return actionUrl;
    }

    public Instant createdAt() {
        return createdAt;
    }

    @Nullable
    Instant checkAt() {
        return checkAt;
    }
}
