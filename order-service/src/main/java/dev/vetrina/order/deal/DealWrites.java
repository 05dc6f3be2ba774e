package dev.vetrina.order.deal;

import dev.vetrina.kit.sql.Bulk;
import dev.vetrina.order.commit.AppendedRows;
import dev.vetrina.order.commit.Batch;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Writes deals after the stock of their batch: only when those who wait have been served is it known whether units are left for
 * everybody, and so whether the deal is sold out.
 */
final class DealWrites implements AppendedRows<DealWrites.Settled> {

    static final DealWrites DEAL_WRITES = new DealWrites();

    private static final String WRITE = """
            insert into deal (id, session_id, status, version, variant_id, brand_id, source_pool, prices, quantity,
                              per_buyer_limit, opens_at, closes_at, paused_at, sold_out, session_sequence, taken,
                              reason, detail, changed_at)
            select * from unnest(?::uuid[], ?::uuid[], ?::text[], ?::bigint[], ?::uuid[], ?::uuid[], ?::text[], ?::jsonb[],
                                 ?::int[], ?::int[], ?::timestamptz[], ?::timestamptz[], ?::timestamptz[], ?::bool[],
                                 ?::bigint[], ?::jsonb[], ?::text[], ?::text[], ?::timestamptz[])
            on conflict (id) do update set
                status = excluded.status, version = excluded.version, opens_at = excluded.opens_at,
                closes_at = excluded.closes_at, paused_at = excluded.paused_at, sold_out = excluded.sold_out,
                session_sequence = excluded.session_sequence, taken = excluded.taken, reason = coalesce(excluded.reason, deal.reason),
                detail = coalesce(excluded.detail, deal.detail), changed_at = excluded.changed_at
            """;

    private DealWrites() {}

    /** A deal, and the batch by which it may have changed. */
    record Settled(Deal deal, Batch batch) {}

    @Override
    public void append(Connection connection, List<Settled> settled) throws SQLException {
        settled.forEach(row -> DealPool.notice(row.batch(), row.deal()));
        Bulk.of(settled.stream().filter(row -> row.deal().changed()).toList())
                .column("uuid", row -> row.deal().id())
                .column("uuid", row -> row.deal().sessionId())
                .column("text", row -> row.deal().status().name())
                .column("bigint", row -> row.deal().version())
                .column(
                        "uuid",
                        row -> row.deal().wasArmed() ? row.deal().terms().variantId() : null)
                .column(
                        "uuid",
                        row -> row.deal().wasArmed() ? row.deal().terms().brandId() : null)
                .column(
                        "text",
                        row -> row.deal().wasArmed() ? row.deal().terms().sourcePool() : null)
                .column(
                        "jsonb",
                        row -> row.deal().wasArmed()
                                ? DealJson.of(row.deal().terms().prices())
                                : null)
                .column("int", row -> row.deal().wasArmed() ? row.deal().terms().quantity() : null)
                .column("int", row -> row.deal().wasArmed() ? row.deal().terms().perBuyerLimit() : null)
                .column(
                        "timestamptz",
                        row -> row.deal().wasArmed() ? row.deal().hours().opensAt() : null)
                .column(
                        "timestamptz",
                        row -> row.deal().wasArmed() ? row.deal().hours().closesAt() : null)
                .column(
                        "timestamptz",
                        row -> row.deal().wasArmed() ? row.deal().hours().pausedAt() : null)
                .column("bool", row -> row.deal().soldOut())
                .column("bigint", row -> row.deal().sessionSequence())
                .column("jsonb", row -> DealJson.of(row.deal().taken()))
                .column("text", row -> row.deal().reason())
                .column("text", row -> row.deal().detail())
                .column("timestamptz", row -> row.batch().now())
                .execute(connection, WRITE);
    }
}
