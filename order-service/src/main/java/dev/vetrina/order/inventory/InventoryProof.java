package dev.vetrina.order.inventory;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        name = "InventoryProof",
        description =
                "Counters, movements and orders of a variant at one moment. `holds`: in every pool the counters are the sums of"
                        + " the movements, available + held + sold = putOnSale, and held and sold are what orders and offers add up to.")
record InventoryProof(
        UUID variantId,
        Instant readAt,
        boolean holds,
        List<Pool> pools,
        long available,
        long held,
        long sold,
        long putOnSale,
        long movements) {

    @Schema(name = "InventoryProofPool")
    record Pool(
            String pool,
            boolean holds,
            long available,
            long held,
            long sold,

            @Schema(description = "Summed from the movements")
            long putOnSale,

            long movements,
            List<Reason> reasons,
            Claims claims) {

        static Pool of(Counters counters, List<MovementSums> sums, Claimed claimed) {
            long putOnSale = sums.stream().mapToLong(MovementSums::total).sum();
            long movements = sums.stream().mapToLong(MovementSums::movements).sum();
            boolean holds = counters.total() == putOnSale
                    && counters.available()
                            == sums.stream().mapToLong(MovementSums::available).sum()
                    && counters.held()
                            == sums.stream().mapToLong(MovementSums::held).sum()
                    && counters.sold()
                            == sums.stream().mapToLong(MovementSums::sold).sum()
                    && counters.version() == movements
                    && counters.held() == claimed.held() + claimed.offered()
                    && counters.sold() == claimed.sold()
                    && counters.waiting() == claimed.waiting();
            return new Pool(
                    counters.pool(),
                    holds,
                    counters.available(),
                    counters.held(),
                    counters.sold(),
                    putOnSale,
                    movements,
                    sums.stream().map(Reason::of).toList(),
                    new Claims(claimed.held(), claimed.offered(), claimed.sold(), claimed.waiting()));
        }
    }

    @Schema(name = "InventoryProofReason", description = "What the movements of one reason add up to")
    record Reason(String reason, long movements, long available, long held, long sold) {
        static Reason of(MovementSums sums) {
            return new Reason(sums.reason(), sums.movements(), sums.available(), sums.held(), sums.sold());
        }
    }

    @Schema(name = "InventoryProofClaims", description = "What orders and offers to who waited add up to")
    record Claims(
            @Schema(description = "Units in lines of unpaid orders")
            long heldByOrders,

            @Schema(description = "Units offered to who waited")
            long offered,

            @Schema(description = "Units in lines of paid orders, less what was taken back")
            long soldByOrders,

            @Schema(description = "Entries that wait") long waiting) {}

    static InventoryProof of(UUID variantId, Instant readAt, List<Pool> pools) {
        return new InventoryProof(
                variantId,
                readAt,
                pools.stream().allMatch(Pool::holds),
                pools,
                pools.stream().mapToLong(Pool::available).sum(),
                pools.stream().mapToLong(Pool::held).sum(),
                pools.stream().mapToLong(Pool::sold).sum(),
                pools.stream().mapToLong(Pool::putOnSale).sum(),
                pools.stream().mapToLong(Pool::movements).sum());
    }
}
