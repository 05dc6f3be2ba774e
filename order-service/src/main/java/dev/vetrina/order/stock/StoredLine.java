package dev.vetrina.order.stock;

import dev.vetrina.kit.sql.Bulk;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** The lines in the table {@code waitlist_entry}, under the locks of the variants' stock. */
record StoredLine(Connection connection) implements WaitingLine {

    private static final String WRITE = """
            insert into waitlist_entry
                (id, wish, variant_id, brand_id, pool, customer_id, market, session_id, deal_id, quantity, offer_seconds, status,
                 offered, offered_until, order_id, version, joined_at, changed_at)
            select * from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::uuid[], ?::uuid[],
                                 ?::int[], ?::bigint[], ?::text[], ?::int[], ?::timestamptz[], ?::uuid[], ?::bigint[],
                                 ?::timestamptz[], ?::timestamptz[])
            on conflict (id) do update set
                status = excluded.status, offered = excluded.offered, offered_until = excluded.offered_until,
                order_id = excluded.order_id, version = excluded.version, changed_at = excluded.changed_at
            """;
    private static final String FIRST =
            " where variant_id = ? and pool = ? and status = 'WAITING' order by position limit ?";
    private static final String END = """
            update waitlist_entry set status = 'ENDED', version = version + 1, changed_at = ?
            where variant_id = ? and pool = ? and status = 'WAITING'
            """;
    private static final String MOVE =
            "update waitlist_entry set pool = ? where variant_id = ? and pool = ? and status = 'WAITING'";

    void write(Collection<Waiter> waiters) throws SQLException {
        Bulk.of(waiters)
                .column("uuid", Waiter::id)
                .column("uuid", waiter -> waiter.wish().key())
                .column("uuid", waiter -> waiter.wish().variantId())
                .column("uuid", waiter -> waiter.wish().brandId())
                .column("text", waiter -> waiter.wish().pool())
                .column("text", waiter -> waiter.wish().customerId())
                .column("text", waiter -> waiter.wish().where().market())
                .column("uuid", waiter -> waiter.wish().where().sessionId())
                .column("uuid", waiter -> waiter.wish().where().dealId())
                .column("int", waiter -> waiter.wish().quantity())
                .column("bigint", waiter -> waiter.wish().offerFor().toSeconds())
                .column("text", waiter -> waiter.status().name())
                .column("int", Waiter::offered)
                .column("timestamptz", Waiter::offeredUntil)
                .column("uuid", Waiter::orderId)
                .column("bigint", Waiter::version)
                .column("timestamptz", waiter -> waiter.wish().joinedAt())
                .column("timestamptz", Waiter::changedAt)
                .execute(connection, WRITE);
    }

    @Override
    public List<Waiter> first(UUID variantId, String pool, long atMost) {
        try (PreparedStatement select = WaiterRows.prepare(connection, FIRST)) {
            select.setObject(1, variantId);
            select.setString(2, pool);
            select.setLong(3, atMost);
            return WaiterRows.read(select);
        } catch (SQLException e) {
            throw new StockStorageException(e);
        }
    }

    @Override
    public void end(UUID variantId, String pool, Instant now) {
        try (PreparedStatement end = connection.prepareStatement(END)) {
            end.setObject(1, now.atOffset(ZoneOffset.UTC));
            end.setObject(2, variantId);
            end.setString(3, pool);
            end.executeUpdate();
        } catch (SQLException e) {
            throw new StockStorageException(e);
        }
    }

    @Override
    public void move(UUID variantId, String from, String to) {
        try (PreparedStatement move = connection.prepareStatement(MOVE)) {
            move.setString(1, to);
            move.setObject(2, variantId);
            move.setString(3, from);
            move.executeUpdate();
        } catch (SQLException e) {
            throw new StockStorageException(e);
        }
    }
}
