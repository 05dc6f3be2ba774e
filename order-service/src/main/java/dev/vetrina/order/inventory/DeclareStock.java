package dev.vetrina.order.inventory;

import dev.vetrina.order.commit.Batch;
import dev.vetrina.order.commit.Draft;
import dev.vetrina.order.stock.MovementReason;
import dev.vetrina.order.stock.VariantStock;
import java.util.Set;
import java.util.UUID;

/** The quantity that an import named, for a variant that never had stock. A repeat finds a movement and does nothing. */
record DeclareStock(UUID variantId, UUID brandId, long quantity, UUID importId) implements Draft<Boolean> {

    @Override
    public Set<UUID> variants(Batch batch) {
        return Set.of(variantId);
    }

    /** Returns whether it was the variant's first stock. */
    @Override
    public Boolean take(Batch batch) {
        VariantStock stock = batch.stock(variantId);
        if (!stock.untouched()) {
            return false;
        }
        stock.pool(VariantStock.SHARED, brandId)
                .adjust(quantity, MovementReason.DECLARED, "import " + importId, batch.now());
        return true;
    }
}
