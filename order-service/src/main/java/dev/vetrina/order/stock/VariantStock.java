package dev.vetrina.order.stock;

import dev.vetrina.events.StockEvent.StockLevelChanged;
import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.ToLongFunction;

/** Every pool of one variant, loaded under their row locks: a sum over them is true until the transaction ends. */
public final class VariantStock {

    public static final String SHARED = "shared";

    private final UUID variantId;
    private final SortedMap<String, StockLevel> pools = new TreeMap<>();

    VariantStock(UUID variantId) {
        this.variantId = variantId;
    }

    void add(StockLevel level) {
        pools.put(level.pool(), level);
    }

    /** The pool from which a sale in a market draws; an empty one if nothing was ever put on sale. */
    public StockLevel forSale(String market, UUID brandId) {
        StockLevel own = pools.get("market:" + market);
        return own != null && !own.untouched() ? own : pool(SHARED, brandId);
    }

    /** The pool of this name; an untouched one, which is not kept unless it is changed, if there is none. */
    public StockLevel pool(String name, UUID brandId) {
        return pools.computeIfAbsent(name, key -> new StockLevel(variantId, key, brandId, 0, 0, 0, 0));
    }

    public boolean untouched() {
        return pools.values().stream().allMatch(StockLevel::untouched);
    }

    boolean changed() {
        return pools.values().stream().anyMatch(level -> !level.movements().isEmpty());
    }

    Collection<StockLevel> levels() {
        return pools.values();
    }

    /** Every pool's version only rises, and all of them are locked: so their sum rises too, and is the event's sequence. */
    StockLevelChanged event() {
        return new StockLevelChanged(
                variantId,
                sum(StockLevel::version),
                pools.firstEntry().getValue().brandId(),
                sum(StockLevel::available),
                sum(StockLevel::held),
                sum(StockLevel::sold));
    }

    private long sum(ToLongFunction<StockLevel> counter) {
        return pools.values().stream().mapToLong(counter).sum();
    }
}
