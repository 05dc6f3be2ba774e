package dev.vetrina.order.inventory;

import dev.vetrina.order.stock.Pools;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Counters beside the sums of their movements, from one snapshot. */
@ApplicationScoped
class InventoryQuery {

    private final Snapshot snapshot;
    private final Clock clock;

    InventoryQuery(Snapshot snapshot, Clock clock) {
        this.snapshot = snapshot;
        this.clock = clock;
    }

    List<InventoryView.Pool> pools(UUID variantId) {
        return snapshot.read(connection -> {
            Map<String, List<MovementSums>> sums = sums(connection, variantId);
            return Counters.of(connection, variantId).stream()
                    .map(counters -> InventoryView.Pool.of(counters, sums.getOrDefault(counters.pool(), List.of())))
                    .toList();
        });
    }

    /** A pool that movements or orders name and that has no counters is shown with zeros: it cannot hold. */
    InventoryProof proof(UUID variantId) {
        return snapshot.read(connection -> {
            Map<String, List<MovementSums>> sums = sums(connection, variantId);
            Map<String, Claimed> claimed = Claimed.byPool(connection, variantId);
            claimed.remove(Pools.SANDBOX);
            List<Counters> counters = new ArrayList<>(Counters.of(connection, variantId));
            Stream.concat(sums.keySet().stream(), claimed.keySet().stream())
                    .distinct()
                    .filter(pool ->
                            counters.stream().noneMatch(known -> known.pool().equals(pool)))
                    .forEach(pool -> counters.add(new Counters(pool, 0, 0, 0, 0, false, 0)));
            return InventoryProof.of(
                    variantId,
                    clock.instant(),
                    counters.stream()
                            .map(pool -> InventoryProof.Pool.of(
                                    pool,
                                    sums.getOrDefault(pool.pool(), List.of()),
                                    claimed.getOrDefault(pool.pool(), Claimed.NOTHING)))
                            .toList());
        });
    }

    private static Map<String, List<MovementSums>> sums(Connection connection, UUID variantId) throws SQLException {
        return MovementSums.of(connection, variantId).stream()
                .filter(sums -> !sums.pool().equals(Pools.SANDBOX))
                .collect(Collectors.groupingBy(MovementSums::pool));
    }
}
