package dev.vetrina.order.stock;

import dev.vetrina.events.WaitlistEvent.WaitlistOffered;
import dev.vetrina.kit.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A customer's place in the line for a variant. Changed only under the variant's stock lock, by {@link VariantStock}.
 */
public final class Waiter {

    /**
     * For what somebody waits, and since when.
     *
     * @param pool the pool whose units are waited for
     * @param quantity how many are wished for
     * @param offerFor how long units are kept once it is their turn
     */
    public record Wish(
            UUID id,
            UUID variantId,
            UUID brandId,
            String customerId,
            PointOfSale where,
            String pool,
            int quantity,
            Duration offerFor,
            Instant joinedAt) {

        /** The same for everything by which a customer waits for one thing: nobody stands in a line twice. */
        UUID key() {
            return keyOf(customerId, variantId, where.dealId());
        }
    }

    private final Wish wish;
    private WaiterStatus status;
    private int offered;
    private @Nullable Instant offeredUntil;
    private @Nullable UUID orderId;
    private long version;
    private Instant changedAt;

    Waiter(
            Wish wish,
            WaiterStatus status,
            int offered,
            @Nullable Instant offeredUntil,
            @Nullable UUID orderId,
            long version,
            Instant changedAt) {
        this.wish = wish;
        this.status = status;
        this.offered = offered;
        this.offeredUntil = offeredUntil;
        this.orderId = orderId;
        this.version = version;
        this.changedAt = changedAt;
    }

    public static Waiter join(Wish wish) {
        return new Waiter(wish, WaiterStatus.WAITING, 0, null, null, 0, wish.joinedAt());
    }

    /** The key under which {@link WaiterRows} finds a customer's open place in a line. */
    public static UUID keyOf(String customerId, UUID variantId, @Nullable UUID dealId) {
        return UUID.nameUUIDFromBytes((variantId + "|" + dealId + "|" + customerId).getBytes(StandardCharsets.UTF_8));
    }

    /** It is this one's turn; perhaps with fewer units than were wished for. */
    WaitlistOffered offer(int quantity, Instant now) {
        Instant until = now.plus(wish.offerFor());
        offered = quantity;
        offeredUntil = until;
        become(WaiterStatus.OFFERED, now);
        return new WaitlistOffered(
                id(),
                version,
                wish.customerId(),
                wish.variantId(),
                wish.where().market(),
                wish.where().sessionId(),
                wish.where().dealId(),
                quantity,
                until);
    }

    void bought(UUID byOrder, Instant now) {
        orderId = byOrder;
        become(WaiterStatus.BOUGHT, now);
    }

    void become(WaiterStatus next, Instant now) {
        if (!status.canBecome(next)) {
            throw new IllegalStateException("waitlist entry " + id() + " cannot go from " + status + " to " + next);
        }
        status = next;
        version++;
        changedAt = now;
    }

    /** @throws ProblemException 409 unless its offer runs and is for at least so many */
    public void requireOffer(long units, Instant now) {
        if (status != WaiterStatus.OFFERED || due(now)) {
            throw ProblemException.conflict("no-offer", "Nothing is offered to the waitlist entry now.")
                    .with("waitlistEntryId", id())
                    .with("waitlistEntryStatus", status);
        }
        if (units > offered) {
            throw ProblemException.conflict("more-than-offered", "Only " + offered + " units are offered.")
                    .with("waitlistEntryId", id());
        }
    }

    /** Whether its offer has come to its end. */
    public boolean due(Instant now) {
        return status == WaiterStatus.OFFERED && offeredUntil != null && !now.isBefore(offeredUntil);
    }

    public UUID id() {
        return wish.id();
    }

    public Wish wish() {
        return wish;
    }

    public WaiterStatus status() {
        return status;
    }

    /** How many units are, or were, kept for it. */
    public int offered() {
        return offered;
    }

    public @Nullable Instant offeredUntil() {
        return offeredUntil;
    }

    public @Nullable UUID orderId() {
        return orderId;
    }

    public long version() {
        return version;
    }

    Instant changedAt() {
        return changedAt;
    }
}
