package dev.vetrina.order.stock;

import dev.vetrina.events.StockAlert;
import dev.vetrina.events.StockAlert.StockBack;
import dev.vetrina.events.StockAlert.StockLow;
import dev.vetrina.events.StockAlert.StockSoldOut;
import dev.vetrina.events.StockEvent.DealStock;
import dev.vetrina.events.StockEvent.StockLevelChanged;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Every pool of one variant, loaded under their row locks: a sum over them is true until the transaction ends. */
public final class VariantStock {

    /** Many times what a test order can have of one variant, which is 99. */
    private static final long SANDBOX_LEAST = 5_000;

    private static final long SANDBOX_FILL = 100_000;

    private final UUID variantId;
    private final SortedMap<String, StockLevel> pools = new TreeMap<>();
    private final Set<Waiter> touched = new LinkedHashSet<>();
    private final @Nullable Long lowStockThreshold;
    private long availableBefore;
    private boolean stockedBefore;

    VariantStock(UUID variantId, @Nullable Long lowStockThreshold) {
        this.variantId = variantId;
        this.lowStockThreshold = lowStockThreshold;
    }

    /** A pool as it is stored. */
    void add(StockLevel level) {
        pools.put(level.pool(), level);
        if (level.real()) {
            availableBefore += level.available();
            stockedBefore |= !level.untouched();
        }
    }

    /**
     * The pool from which a sale draws, whole or not at all: the deal's; else the session's, if it is open; else the market's, if
     * it is open; else the shared one.
     */
    public StockLevel forSale(PointOfSale where, UUID brandId) {
        if (where.dealId() != null) {
            return pool(Pools.deal(where.dealId()), brandId);
        }
        return Optional.ofNullable(where.sessionId())
                .flatMap(sessionId -> ownPool(Pools.session(sessionId)))
                .or(() -> ownPool(Pools.market(where.market())))
                .orElseGet(() -> pool(Pools.SHARED, brandId));
    }

    /** The pool of test orders, which never runs out: it is filled as it is needed. */
    public StockLevel sandbox(UUID brandId, Instant now) {
        StockLevel level = pool(Pools.SANDBOX, brandId);
        if (level.available() < SANDBOX_LEAST) {
            level.adjust(SANDBOX_FILL, MovementReason.SANDBOX_FILLED, null, now);
        }
        return level;
    }

    private Optional<StockLevel> ownPool(String name) {
        return Optional.ofNullable(pools.get(name)).filter(StockLevel::open);
    }

    /** The pool of this name; an untouched one, which is not kept unless it is changed, if there is none. */
    public StockLevel pool(String name, UUID brandId) {
        return pools.computeIfAbsent(name, key -> StockLevel.untouched(variantId, key, brandId));
    }

    /** Moves units that are available; the target is open from then on. */
    public void transfer(String from, String to, long quantity, @Nullable String reference, Instant now) {
        StockLevel source = pools.get(from);
        if (source == null) {
            throw new IllegalStateException("there is no pool " + from + " of " + variantId);
        }
        source.adjust(-quantity, MovementReason.TRANSFERRED, reference, now);
        pool(to, source.brandId()).adjust(quantity, MovementReason.TRANSFERRED, reference, now);
    }

    /**
     * Ends a pool: what is available in it, and what comes back to it later, goes to the shared one when the batch is written. What
     * it holds stays until it is sold or released. Closing one that is closed, or never was, changes nothing.
     */
    public void close(String name) {
        if (!name.equals(Pools.SHARED)) {
            ownPool(name).ifPresent(StockLevel::close);
        }
    }

    public void join(Waiter waiter) {
        line(waiter).addWaiting(1);
        touched.add(waiter);
    }

    /** Gives a place in the line up, or the offer that was made to it. */
    public void leave(Waiter waiter, Instant now) {
        if (waiter.status() == WaiterStatus.OFFERED) {
            endOffer(waiter, WaiterStatus.LEFT, now);
        } else {
            waiter.become(WaiterStatus.LEFT, now);
            line(waiter).addWaiting(-1);
            touched.add(waiter);
        }
    }

    /**
     * What was offered is free again, first of all for the next in the line.
     *
     * @param why declined, expired or left
     */
    public void endOffer(Waiter waiter, WaiterStatus why, Instant now) {
        waiter.become(why, now);
        line(waiter).endOffer(waiter.offered(), waiter.id(), now);
        touched.add(waiter);
    }

    /** Units that were offered are held for an order; what it leaves of them is for the next in the line. */
    public StockLevel takeOffer(Waiter waiter, long quantity, UUID orderId, Instant now) {
        waiter.bought(orderId, now);
        touched.add(waiter);
        StockLevel level = line(waiter);
        level.endOffer(waiter.offered(), waiter.id(), now);
        level.hold(quantity, orderId, now);
        return level;
    }

    private StockLevel line(Waiter waiter) {
        return pool(waiter.wish().pool(), waiter.wish().brandId());
    }

    /** Whether nothing was ever put into any of its pools. */
    public boolean untouched() {
        return realPools().allMatch(StockLevel::untouched);
    }

    Collection<StockLevel> levels() {
        return pools.values();
    }

    Set<Waiter> touched() {
        return touched;
    }

    /** Whether its counters changed. */
    boolean moved() {
        return realPools().anyMatch(level -> !level.movements().isEmpty());
    }

    /** Every pool's version only rises, and all of them are locked: so their sum rises too, and is the event's sequence. */
    StockLevelChanged event() {
        return new StockLevelChanged(
                variantId,
                sum(StockLevel::version),
                brandId(),
                sum(StockLevel::available),
                sum(StockLevel::held),
                sum(StockLevel::sold),
                deals());
    }

    /** A deal's pool is open until the deal is over. */
    private List<DealStock> deals() {
        return pools.values().stream()
                .filter(StockLevel::open)
                .flatMap(level -> Stream.ofNullable(Pools.dealOf(level.pool()))
                        .map(dealId -> new DealStock(dealId, level.forEverybody())))
                .toList();
    }

    /** The turn that the batch brought, if it brought one: the weightier if it were two. */
    Optional<StockAlert> alert(Instant now) {
        long available = sum(StockLevel::available);
        long sequence = sum(StockLevel::version);
        if (available == 0 && availableBefore > 0) {
            return Optional.of(new StockSoldOut(variantId, sequence, brandId(), now));
        }
        if (available > 0 && availableBefore == 0 && stockedBefore) {
            return Optional.of(new StockBack(variantId, sequence, brandId(), available, now));
        }
        return Optional.ofNullable(lowStockThreshold)
                .filter(threshold -> available <= threshold && availableBefore > threshold)
                .map(threshold -> new StockLow(variantId, sequence, brandId(), available, threshold, now));
    }

    private UUID brandId() {
        return realPools().findFirst().orElseThrow().brandId();
    }

    private long sum(ToLongFunction<StockLevel> counter) {
        return realPools().mapToLong(counter).sum();
    }

    private Stream<StockLevel> realPools() {
        return pools.values().stream().filter(StockLevel::real);
    }
}
