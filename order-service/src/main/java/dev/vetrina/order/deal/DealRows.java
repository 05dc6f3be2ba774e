package dev.vetrina.order.deal;

import dev.vetrina.order.commit.Batch;
import dev.vetrina.order.commit.LockRank;
import dev.vetrina.order.commit.LockedRows;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.UUID;

/** Deals, many at once. */
public final class DealRows implements LockedRows<UUID, Deal> {

    public static final DealRows DEALS = new DealRows();

    private static final String COLUMNS = """
            select id, session_id, status, version, variant_id, brand_id, source_pool, prices, quantity, per_buyer_limit, opens_at,
                   closes_at, paused_at, sold_out, session_sequence, taken
            from deal
            """;
    private static final String MISSING = "select pg_advisory_xact_lock(k) from unnest(?::bigint[]) k";

    private DealRows() {}

    @Override
    public LockRank rank() {
        return LockRank.DEALS;
    }

    /** One that is not there yet is locked by its advisory lock: its request and its withdrawal may come at once. */
    @Override
    public Map<UUID, Deal> lock(Connection connection, SortedSet<UUID> ids) throws SQLException {
        Map<UUID, Deal> deals = read(connection, "where id = any(?) order by id for update", ids);
        if (deals.size() == ids.size()) {
            return deals;
        }
        Long[] keys = ids.stream().map(UUID::getLeastSignificantBits).sorted().toArray(Long[]::new);
        try (PreparedStatement lock = connection.prepareStatement(MISSING)) {
            lock.setArray(1, connection.createArrayOf("bigint", keys));
            lock.execute();
        }
        return read(connection, "where id = any(?) order by id for update", ids);
    }

    static Map<UUID, Deal> read(Connection connection, String where, Collection<UUID> ids) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(COLUMNS + where)) {
            select.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
            try (ResultSet row = select.executeQuery()) {
                Map<UUID, Deal> deals = new LinkedHashMap<>();
                while (row.next()) {
                    Deal deal = deal(row);
                    deals.put(deal.id(), deal);
                }
                return deals;
            }
        }
    }

    private static Deal deal(ResultSet row) throws SQLException {
        boolean armed = row.getObject("variant_id") != null;
        return new Deal(
                row.getObject("id", UUID.class),
                row.getObject("session_id", UUID.class),
                armed ? terms(row) : null,
                armed ? hours(row) : null,
                DealStatus.valueOf(row.getString("status")),
                row.getLong("version"),
                row.getBoolean("sold_out"),
                row.getLong("session_sequence"),
                DealJson.taken(row.getString("taken")));
    }

    static DealTerms terms(ResultSet row) throws SQLException {
        return new DealTerms(
                row.getObject("variant_id", UUID.class),
                row.getObject("brand_id", UUID.class),
                DealJson.prices(row.getString("prices")),
                row.getInt("quantity"),
                row.getInt("per_buyer_limit"),
                row.getString("source_pool"));
    }

    private static DealHours hours(ResultSet row) throws SQLException {
        OffsetDateTime pausedAt = row.getObject("paused_at", OffsetDateTime.class);
        return new DealHours(
                row.getObject("opens_at", OffsetDateTime.class).toInstant(),
                row.getObject("closes_at", OffsetDateTime.class).toInstant(),
                pausedAt == null ? null : pausedAt.toInstant());
    }

    /** Written after the stock, which serves those who wait for the deals' units first. */
    @Override
    public void write(Connection connection, Collection<Deal> deals, Batch batch) {
        deals.forEach(deal -> {
            DealPool.settle(batch, deal);
            batch.append(DealWrites.DEAL_WRITES, new DealWrites.Settled(deal, batch));
        });
    }
}
