package dev.vetrina.order.inventory;

import static dev.vetrina.order.stock.StockRows.STOCK;

import dev.vetrina.order.commit.Batch;
import dev.vetrina.order.commit.Draft;
import dev.vetrina.order.commit.Needs;
import java.util.UUID;

/** Ends a pool; harmless when it is closed already. */
record ClosePool(UUID variantId, String pool) implements Draft<Boolean> {

    @Override
    public void needs(Needs needs, Batch batch) {
        needs.add(STOCK, variantId);
    }

    @Override
    public Boolean take(Batch batch) {
        batch.row(STOCK, variantId).close(pool);
        return true;
    }
}
