package dev.vetrina.order.stock;

import static dev.vetrina.order.stock.StockRows.STOCK;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vetrina.order.commit.CommitInMemory;
import java.util.UUID;

/** A variant of which some units were put on sale, to everybody. */
public final class StockInMemory {

    private final StockLevel level;
    private final long received;

    public StockInMemory(CommitInMemory commit, UUID variantId, UUID brandId, long units) {
        VariantStock stock = new VariantStock(variantId, null);
        level = stock.pool(Pools.SHARED, brandId);
        level.adjust(units, MovementReason.RECEIVED, null, commit.now());
        received = units;
        commit.put(STOCK, variantId, stock);
    }

    public UUID variantId() {
        return level.variantId();
    }

    /** Counters, movements and what orders have of it are all the same. */
    public void addsUp(long held, long sold, long writtenOff) {
        assertThat(level.held()).as("held").isEqualTo(held);
        assertThat(level.sold()).as("sold").isEqualTo(sold);
        assertThat(level.available() + level.held() + level.sold())
                .as("put on sale")
                .isEqualTo(received - writtenOff);
        assertThat(level.available())
                .isEqualTo(level.movements().stream()
                        .mapToLong(StockMovement::availableDelta)
                        .sum());
    }
}
