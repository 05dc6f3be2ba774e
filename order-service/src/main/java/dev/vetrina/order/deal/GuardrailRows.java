package dev.vetrina.order.deal;

import static java.util.Objects.requireNonNull;

import dev.vetrina.order.commit.Batch;
import dev.vetrina.order.commit.LockRank;
import dev.vetrina.order.commit.LockedRows;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.UUID;

/** Guardrails of brands, many at once. A brand without a document allows everything. */
final class GuardrailRows implements LockedRows<UUID, BrandGuardrails> {

    static final GuardrailRows GUARDRAILS = new GuardrailRows();

    private static final String DOCUMENTS = """
            select brand_id, version, document from deal_guardrails where brand_id = any(?) order by brand_id
            """;
    private static final String SPENT = """
            select brand_id, variant_id, source_pool, prices, quantity, per_buyer_limit, opens_at, taken, status
            from deal where brand_id = any(?) and opens_at >= ?
            """;

    private GuardrailRows() {}

    @Override
    public LockRank rank() {
        return LockRank.DEAL_GUARDRAILS;
    }

    @Override
    public Map<UUID, BrandGuardrails> lock(Connection connection, SortedSet<UUID> brandIds) throws SQLException {
        return read(connection, brandIds, " for update");
    }

    static Map<UUID, BrandGuardrails> read(Connection connection, Collection<UUID> brandIds, String locking)
            throws SQLException {
        Map<UUID, BrandGuardrails> found = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(DOCUMENTS + locking)) {
            select.setArray(1, connection.createArrayOf("uuid", brandIds.toArray()));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.put(
                            row.getObject(1, UUID.class),
                            new BrandGuardrails(DealJson.guardrails(row.getString(3)), row.getLong(2)));
                }
            }
        }
        readSpending(connection, found);
        return found;
    }

    private static void readSpending(Connection connection, Map<UUID, BrandGuardrails> brands) throws SQLException {
        Optional<Instant> since = brands.values().stream()
                .flatMap(brand -> brand.document().budgets().stream())
                .map(GuardrailDocument.Budget::startsAt)
                .min(Comparator.naturalOrder());
        if (since.isEmpty()) {
            return;
        }
        try (PreparedStatement select = connection.prepareStatement(SPENT)) {
            select.setArray(1, connection.createArrayOf("uuid", brands.keySet().toArray()));
            select.setObject(2, since.get().atOffset(ZoneOffset.UTC));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    requireNonNull(brands.get(row.getObject("brand_id", UUID.class)))
                            .add(spending(row));
                }
            }
        }
    }

    private static DealSpending spending(ResultSet row) throws SQLException {
        return new DealSpending(
                DealRows.terms(row),
                row.getObject("opens_at", OffsetDateTime.class).toInstant(),
                DealStatus.valueOf(row.getString("status")) == DealStatus.CLOSED,
                DealJson.taken(row.getString("taken")));
    }

    @Override
    public void write(Connection connection, Collection<BrandGuardrails> brands, Batch batch) {
        // What is used of them follows from the deals.
    }
}
