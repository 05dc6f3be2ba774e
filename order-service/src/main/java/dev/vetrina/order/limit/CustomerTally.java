package dev.vetrina.order.limit;

import dev.vetrina.order.commit.Batch;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What one customer has bought of one deal or variant, loaded under the lock of its key. */
public final class CustomerTally {

    private final TallyKey key;
    private final @Nullable PurchaseLimit limit;
    private final List<Bought> bought = new ArrayList<>();

    /** Units of one order. */
    record Bought(UUID orderId, long quantity, Instant at) {}

    CustomerTally(TallyKey key, @Nullable PurchaseLimit limit) {
        this.key = key;
        this.limit = limit;
    }

    void add(Bought purchase) {
        bought.add(purchase);
    }

    public UUID scopeId() {
        return key.scopeId();
    }

    /** The limit of the variant, if it has one. */
    public Optional<PurchaseLimit> limit() {
        return Optional.ofNullable(limit);
    }

    /** Units of unpaid holds and of sales, from a moment on. */
    public long boughtSince(Instant from) {
        return bought.stream()
                .filter(purchase -> purchase.at().isAfter(from))
                .mapToLong(Bought::quantity)
                .sum();
    }

    /** Counts units of an order, from now on for everybody. */
    public void claim(Batch batch, UUID orderId, long quantity) {
        add(new Bought(orderId, quantity, batch.now()));
        batch.append(ClaimLog.CLAIMS, ClaimLog.claimed(key, orderId, quantity, batch.now()));
    }

    /** Gives back units of what an order has claimed of one tally, if it claimed any of it. */
    public static void giveBack(Batch batch, TallyKey key, UUID orderId, long quantity) {
        batch.append(ClaimLog.CLAIMS, ClaimLog.givenBack(key, orderId, quantity, batch.now()));
    }

    /** Gives back what an order has claimed of any tally, counted or not. */
    public static void giveBack(Batch batch, UUID orderId) {
        batch.append(ClaimLog.CLAIMS, ClaimLog.givenBack(orderId, batch.now()));
    }
}
