package dev.vetrina.order.inventory;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        name = "Inventory",
        description =
                "Stock of a variant in units. At every moment available + held + sold = putOnSale, where putOnSale is summed"
                        + " from the movements and the others are the counters.")
record InventoryView(
        UUID variantId, UUID brandId, List<Pool> pools, long available, long held, long sold, long putOnSale) {

    @Schema(name = "InventoryPool")
    record Pool(
            String pool,

            @Schema(description = "Whether sales draw from it")
            boolean open,

            long available,
            long held,
            long sold,
            long putOnSale,

            @Schema(description = "Entries of the waitlist that wait for its units")
            long waiting) {

        static Pool of(Counters counters, List<MovementSums> sums) {
            return new Pool(
                    counters.pool(),
                    counters.open(),
                    counters.available(),
                    counters.held(),
                    counters.sold(),
                    sums.stream().mapToLong(MovementSums::total).sum(),
                    counters.waiting());
        }
    }

    static InventoryView of(UUID variantId, UUID brandId, List<Pool> pools) {
        return new InventoryView(
                variantId,
                brandId,
                pools,
                pools.stream().mapToLong(Pool::available).sum(),
                pools.stream().mapToLong(Pool::held).sum(),
                pools.stream().mapToLong(Pool::sold).sum(),
                pools.stream().mapToLong(Pool::putOnSale).sum());
    }
}
