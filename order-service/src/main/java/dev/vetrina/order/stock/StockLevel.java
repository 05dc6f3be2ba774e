package dev.vetrina.order.stock;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The counters of one variant in one pool, loaded under their row lock. Each change of a counter leaves a movement. */
public final class StockLevel {

    private final UUID variantId;
    private final String pool;
    private final UUID brandId;
    private final List<StockMovement> movements = new ArrayList<>();
    private long available;
    private long held;
    private long sold;
    private long version;
    private boolean open;
    private long waiting;
    private boolean changed;

    StockLevel(
            UUID variantId,
            String pool,
            UUID brandId,
            long available,
            long held,
            long sold,
            long version,
            boolean open,
            long waiting) {
        this.variantId = variantId;
        this.pool = pool;
        this.brandId = brandId;
        this.available = available;
        this.held = held;
        this.sold = sold;
        this.version = version;
        this.open = open;
        this.waiting = waiting;
    }

    /** A pool into which nothing was put yet: only the shared one is open without. */
    static StockLevel untouched(UUID variantId, String pool, UUID brandId) {
        return new StockLevel(variantId, pool, brandId, 0, 0, 0, 0, pool.equals(Pools.SHARED), 0);
    }

    /** Whether somebody can buy so many now. While others wait, what comes back is theirs. */
    public boolean covers(long quantity) {
        return forEverybody() >= quantity;
    }

    /** How many everybody can buy now. */
    public long forEverybody() {
        return waiting == 0 ? available : 0;
    }

    /** Whether its units exist. */
    boolean real() {
        return !pool.equals(Pools.SANDBOX);
    }

    /** Whether nothing was ever put into it. */
    boolean untouched() {
        return version == 0;
    }

    /** Puts units on sale, which opens the pool, or, with a negative number, takes them off. Zero changes nothing. */
    public void adjust(long delta, MovementReason reason, @Nullable String reference, Instant now) {
        if (delta == 0) {
            return;
        }
        move(delta, 0, 0, reason, null, reference, now);
        open |= delta > 0;
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

    void offer(long quantity, UUID entryId, Instant now) {
        move(-quantity, quantity, 0, MovementReason.OFFERED, null, "waitlist " + entryId, now);
    }

    void endOffer(long quantity, UUID entryId, Instant now) {
        move(quantity, -quantity, 0, MovementReason.OFFER_ENDED, null, "waitlist " + entryId, now);
    }

    void close() {
        open = false;
        changed = true;
    }

    void addWaiting(long entries) {
        waiting = Math.addExact(waiting, entries);
        changed = true;
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
        changed = true;
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

    /** Whether sales draw from it. */
    public boolean open() {
        return open;
    }

    /** How many entries of the waitlist wait for its units. */
    public long waiting() {
        return waiting;
    }

    boolean changed() {
        return changed;
    }

    List<StockMovement> movements() {
        return movements;
    }
}
