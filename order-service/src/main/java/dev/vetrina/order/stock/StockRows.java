package dev.vetrina.order.stock;

import dev.vetrina.kit.sql.Bulk;
import dev.vetrina.order.commit.Batch;
import dev.vetrina.order.commit.LockRank;
import dev.vetrina.order.commit.LockedRows;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.UUID;

/** The counters, many at once: a key is a variant, a row all of its pools. */
public final class StockRows implements LockedRows<UUID, VariantStock> {

    public static final StockRows STOCK = new StockRows();

    private static final String LOCK = """
            select variant_id, pool, brand_id, available, held, sold, version from stock_level
            where variant_id = any(?) order by variant_id, pool for update
            """;
    private static final String WRITE_LEVELS = """
            insert into stock_level (variant_id, pool, brand_id, available, held, sold, version)
            select * from unnest(?::uuid[], ?::text[], ?::uuid[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[])
            on conflict (variant_id, pool) do update set
                available = excluded.available, held = excluded.held, sold = excluded.sold, version = excluded.version
            """;
    private static final String WRITE_MOVEMENTS = """
            insert into stock_movement
                (variant_id, pool, reason, available_delta, held_delta, sold_delta, order_id, reference, moved_at)
            select * from unnest(?::uuid[], ?::text[], ?::text[], ?::bigint[], ?::bigint[], ?::bigint[],
                                 ?::uuid[], ?::text[], ?::timestamptz[])
            """;

    private StockRows() {}

    @Override
    public LockRank rank() {
        return LockRank.STOCK;
    }

    /**
     * Locks every pool of the variants. A variant without a row is locked by its advisory lock, so that two instances cannot
     * both make its first row.
     */
    @Override
    public Map<UUID, VariantStock> lock(Connection connection, SortedSet<UUID> variantIds) throws SQLException {
        Map<UUID, VariantStock> stock = select(connection, variantIds);
        if (stock.size() < variantIds.size()) {
            lockMissing(connection, variantIds);
            stock = select(connection, variantIds);
        }
        for (UUID variantId : variantIds) {
            stock.computeIfAbsent(variantId, VariantStock::new);
        }
        return stock;
    }

    private static Map<UUID, VariantStock> select(Connection connection, SortedSet<UUID> variantIds)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(LOCK)) {
            select.setArray(1, connection.createArrayOf("uuid", variantIds.toArray()));
            try (ResultSet row = select.executeQuery()) {
                Map<UUID, VariantStock> stock = new HashMap<>();
                while (row.next()) {
                    StockLevel level = read(row);
                    stock.computeIfAbsent(level.variantId(), VariantStock::new).add(level);
                }
                return stock;
            }
        }
    }

    private static void lockMissing(Connection connection, SortedSet<UUID> variantIds) throws SQLException {
        String sql = "select pg_advisory_xact_lock(k) from unnest(?::bigint[]) k order by k";
        Long[] keys =
                variantIds.stream().map(UUID::getLeastSignificantBits).sorted().toArray(Long[]::new);
        try (PreparedStatement lock = connection.prepareStatement(sql)) {
            lock.setArray(1, connection.createArrayOf("bigint", keys));
            lock.execute();
        }
    }

    private static StockLevel read(ResultSet row) throws SQLException {
        return new StockLevel(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getObject(3, UUID.class),
                row.getLong(4),
                row.getLong(5),
                row.getLong(6),
                row.getLong(7));
    }

    /** Tells an event for every variant that changed. */
    @Override
    public void write(Connection connection, Collection<VariantStock> stock, Batch batch) throws SQLException {
        List<VariantStock> changed =
                stock.stream().filter(VariantStock::changed).toList();
        List<StockLevel> levels = changed.stream()
                .flatMap(variant -> variant.levels().stream())
                .filter(level -> !level.movements().isEmpty())
                .toList();
        Bulk.of(levels)
                .column("uuid", StockLevel::variantId)
                .column("text", StockLevel::pool)
                .column("uuid", StockLevel::brandId)
                .column("bigint", StockLevel::available)
                .column("bigint", StockLevel::held)
                .column("bigint", StockLevel::sold)
                .column("bigint", StockLevel::version)
                .execute(connection, WRITE_LEVELS);
        writeMovements(
                connection,
                levels.stream().flatMap(level -> level.movements().stream()).toList());
        changed.forEach(variant -> batch.publish(variant.event()));
    }

    private static void writeMovements(Connection connection, List<StockMovement> movements) throws SQLException {
        Bulk.of(movements)
                .column("uuid", StockMovement::variantId)
                .column("text", StockMovement::pool)
                .column("text", movement -> movement.reason().name())
                .column("bigint", StockMovement::availableDelta)
                .column("bigint", StockMovement::heldDelta)
                .column("bigint", StockMovement::soldDelta)
                .column("uuid", StockMovement::orderId)
                .column("text", StockMovement::reference)
                .column("timestamptz", StockMovement::movedAt)
                .execute(connection, WRITE_MOVEMENTS);
    }
}
