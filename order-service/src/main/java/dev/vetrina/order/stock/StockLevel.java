package dev.vetrina.order.stock;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The counters of one variant in one pool, loaded under their row lock. Each change leaves a movement. */
public final class StockLevel {

    private final UUID variantId;
    private final String pool;
    private final UUID brandId;
    private final List<StockMovement> movements = new ArrayList<>();
    private long available;
    private long held;
    private long sold;
    private long version;

    StockLevel(UUID variantId, String pool, UUID brandId, long available, long held, long sold, long version) {
        this.variantId = variantId;
        this.pool = pool;
        this.brandId = brandId;
        this.available = available;
        this.held = held;
        this.sold = sold;
        this.version = version;
    }

    public boolean covers(long quantity) {
        return available >= quantity;
    }

    /** Whether nothing was ever put into it. */
    boolean untouched() {
        return version == 0;
    }

    /** Puts units on sale or, with a negative number, takes them off. */
    public void adjust(long delta, MovementReason reason, @Nullable String reference, Instant now) {
        move(delta, 0, 0, reason, null, reference, now);
    }

    /** Keeps units for an order that is not paid yet. */
    public void hold(long quantity, UUID orderId, Instant now) {
        move(-quantity, quantity, 0, MovementReason.HELD, orderId, null, now);
    }

    public void sellHeld(long quantity, UUID orderId, Instant now) {
        move(0, -quantity, quantity, MovementReason.SOLD, orderId, null, now);
    }

    public void release(long quantity, UUID orderId, Instant now) {
        move(quantity, -quantity, 0, MovementReason.RELEASED, orderId, null, now);
    }

    /** Sells units that are no longer held. */
    public void sellLate(long quantity, UUID orderId, Instant now) {
        move(-quantity, 0, quantity, MovementReason.SOLD_LATE, orderId, null, now);
    }

    /** Units that were sold and never left are available again. */
    public void cancelSale(long quantity, UUID orderId, Instant now) {
        move(quantity, 0, -quantity, MovementReason.CANCELLED, orderId, null, now);
    }

    /** Units that were sold and came back are available again. */
    public void takeBack(long quantity, UUID orderId, Instant now) {
        move(quantity, 0, -quantity, MovementReason.TAKEN_BACK, orderId, null, now);
    }

    /** Units that were sold and came back are on sale no more. */
    public void writeOff(long quantity, UUID orderId, Instant now) {
        move(0, 0, -quantity, MovementReason.WRITTEN_OFF, orderId, null, now);
    }

    private void move(
            long availableDelta,
            long heldDelta,
            long soldDelta,
            MovementReason reason,
            @Nullable UUID orderId,
            @Nullable String reference,
            Instant now) {
        long nextAvailable = Math.addExact(available, availableDelta);
        long nextHeld = held + heldDelta;
        long nextSold = sold + soldDelta;
        if (nextAvailable < 0 || nextHeld < 0 || nextSold < 0) {
            throw new IllegalStateException(reason + " would make stock of " + variantId + "/" + pool + " negative");
        }
        available = nextAvailable;
        held = nextHeld;
        sold = nextSold;
        version++;
        movements.add(new StockMovement(
                variantId, pool, reason, availableDelta, heldDelta, soldDelta, orderId, reference, now));
    }

    public UUID variantId() {
        return variantId;
    }

    public String pool() {
        return pool;
    }

    public UUID brandId() {
        return brandId;
    }

    public long available() {
        return available;
    }

    public long held() {
        return held;
    }

    public long sold() {
        return sold;
    }

    public long version() {
        return version;
    }

    List<StockMovement> movements() {
        return movements;
    }
}
