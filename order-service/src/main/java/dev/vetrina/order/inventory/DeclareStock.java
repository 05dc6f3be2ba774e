package dev.vetrina.order.inventory;

import static dev.vetrina.order.stock.StockRows.STOCK;

import dev.vetrina.order.commit.Batch;
import dev.vetrina.order.commit.Draft;
import dev.vetrina.order.commit.Needs;
import dev.vetrina.order.stock.MovementReason;
import dev.vetrina.order.stock.Pools;
import dev.vetrina.order.stock.VariantStock;
import java.util.UUID;

/** The quantity that an import named, for a variant that never had stock. A repeat finds a movement and does nothing. */
record DeclareStock(UUID variantId, UUID brandId, long quantity, UUID importId) implements Draft<Boolean> {

    @Override
    public void needs(Needs needs, Batch batch) {
        needs.add(STOCK, variantId);
    }

    /** Returns whether it was the variant's first stock. */
    @Override
    public Boolean take(Batch batch) {
        VariantStock stock = batch.row(STOCK, variantId);
        if (!stock.untouched()) {
            return false;
        }
        stock.pool(Pools.SHARED, brandId).adjust(quantity, MovementReason.DECLARED, "import " + importId, batch.now());
        return true;
    }
}
