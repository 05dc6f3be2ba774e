package dev.vetrina.order.stock;

import dev.vetrina.kit.sql.Bulk;
import dev.vetrina.order.commit.Batch;
import dev.vetrina.order.commit.LockRank;
import dev.vetrina.order.commit.LockedRows;
import java.sql.Array;
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

    /**
     * The shared pool's row is the lock of the whole variant. Two statements, sent together: the second sees what whoever held the
     * lock has committed, new pools too, which the first, as it began before, would not.
     */
    private static final String LOCK_AND_READ = """
            select variant_id from stock_level where variant_id = any(?) and pool = 'shared' order by variant_id for update;
            select l.variant_id, l.pool, l.brand_id, l.available, l.held, l.sold, l.version, l.open, l.waiting, s.low_stock_threshold
            from stock_level l left join stock_settings s on s.variant_id = l.variant_id
            where l.variant_id = any(?) order by l.variant_id, l.pool
            """;

    private static final String WRITE_LEVELS = """
            insert into stock_level (variant_id, pool, brand_id, available, held, sold, version, open, waiting)
            select * from unnest(?::uuid[], ?::text[], ?::uuid[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::boolean[],
                                 ?::bigint[])
            on conflict (variant_id, pool) do update set
                available = excluded.available, held = excluded.held, sold = excluded.sold, version = excluded.version,
                open = excluded.open, waiting = excluded.waiting
            """;
    private static final String WRITE_MOVEMENTS = """
            stock_movement
                (variant_id, pool, reason, available_delta, held_delta, sold_delta, order_id, reference, moved_at)""";

    private StockRows() {}

    @Override
    public LockRank rank() {
        return LockRank.STOCK;
    }

    /**
     * Locks the variants with every pool of theirs. A variant without a shared pool is locked by its advisory lock, so that two
     * instances cannot both make its first row.
     */
    @Override
    public Map<UUID, VariantStock> lock(Connection connection, SortedSet<UUID> variantIds) throws SQLException {
        Map<UUID, VariantStock> stock = new HashMap<>();
        if (lockAndRead(connection, variantIds, stock) < variantIds.size()) {
            lockMissing(connection, variantIds);
            stock.clear();
            int _ = lockAndRead(connection, variantIds, stock);
        }
        for (UUID variantId : variantIds) {
            stock.computeIfAbsent(variantId, missing -> new VariantStock(missing, null));
        }
        return stock;
    }

    /** Returns how many of the variants were locked: those that have a shared pool. */
    private static int lockAndRead(Connection connection, SortedSet<UUID> variantIds, Map<UUID, VariantStock> into)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(LOCK_AND_READ)) {
            Array ids = connection.createArrayOf("uuid", variantIds.toArray());
            select.setArray(1, ids);
            select.setArray(2, ids);
            boolean _ = select.execute();
            int locked = 0;
            try (ResultSet row = select.getResultSet()) {
                while (row.next()) {
                    locked++;
                }
            }
            boolean _ = select.getMoreResults();
            try (ResultSet row = select.getResultSet()) {
                readInto(into, row);
            }
            return locked;
        }
    }

    private static void readInto(Map<UUID, VariantStock> stock, ResultSet row) throws SQLException {
        while (row.next()) {
            StockLevel level = read(row);
            Long threshold = row.getObject(10, Long.class);
            stock.computeIfAbsent(level.variantId(), known -> new VariantStock(known, threshold))
                    .add(level);
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
                row.getLong(7),
                row.getBoolean(8),
                row.getLong(9));
    }

    /** Offers what came back to who waits, and tells an event for every variant that changed. */
    @Override
    public void write(Connection connection, Collection<VariantStock> stock, Batch batch) throws SQLException {
        offerToWhoWaits(connection, stock, batch);
        List<StockLevel> levels =
                stock.stream().flatMap(variant -> variant.levels().stream()).toList();
        writeLevels(connection, levels.stream().filter(StockLevel::changed).toList());
        writeMovements(
                connection,
                levels.stream().flatMap(level -> level.movements().stream()).toList());
        stock.stream().filter(VariantStock::moved).forEach(variant -> {
            batch.publish(variant.event());
            variant.alert(batch.now()).ifPresent(batch::publish);
        });
    }

    private static void offerToWhoWaits(Connection connection, Collection<VariantStock> stock, Batch batch)
            throws SQLException {
        StoredLine line = new StoredLine(connection);
        // Who joined or left in this batch is written first: the line is then read as it is.
        line.write(stock.stream().flatMap(variant -> variant.touched().stream()).toList());
        Settlement settlement = new Settlement(line, batch.now());
        stock.forEach(settlement::settle);
        line.write(settlement.offered());
        settlement.offers().forEach(batch::publish);
    }

    private static void writeLevels(Connection connection, List<StockLevel> levels) throws SQLException {
        Bulk.of(levels)
                .column("uuid", StockLevel::variantId)
                .column("text", StockLevel::pool)
                .column("uuid", StockLevel::brandId)
                .column("bigint", StockLevel::available)
                .column("bigint", StockLevel::held)
                .column("bigint", StockLevel::sold)
                .column("bigint", StockLevel::version)
                .column("boolean", StockLevel::open)
                .column("bigint", StockLevel::waiting)
                .execute(connection, WRITE_LEVELS);
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
                .insert(connection, WRITE_MOVEMENTS);
    }
}
