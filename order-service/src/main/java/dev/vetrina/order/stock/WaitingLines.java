package dev.vetrina.order.stock;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Places in lines as they are stored, for whoever changes nothing. */
@ApplicationScoped
public class WaitingLines {

    private static final String CLAIM = """
            update waitlist_entry set claimed_until = ? where id in (
                select id from waitlist_entry
                where status = 'OFFERED' and offered_until <= ? and coalesce(claimed_until, offered_until) <= ?
                order by offered_until limit ? for update skip locked)
            returning id
            """;
    private static final String NOT_SERVED =
            "select variant_id, pool from stock_level where waiting > 0 and (available > 0 or not open) limit 100";

    private final DataSource dataSource;

    WaitingLines(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    public Optional<Waiter> find(UUID id) {
        return read("where id = ?", select -> select.setObject(1, id)).stream().findFirst();
    }

    /** A page of what a customer waits or has waited for. */
    public List<Waiter> ofCustomer(String customerId, UUID after, int rows) {
        return read("where customer_id = ? and id > ? order by id limit ?", select -> {
            select.setString(1, customerId);
            select.setObject(2, after);
            select.setInt(3, rows);
        });
    }

    /**
     * Takes offers that have come to their end; nobody else gets them before the lease ends.
     *
     * @param lease how long the caller may need
     */
    public List<Waiter> claimDue(Instant now, Duration lease, int limit) {
        List<UUID> claimed = ids(CLAIM, claim -> {
            claim.setObject(1, now.plus(lease).atOffset(ZoneOffset.UTC));
            claim.setObject(2, now.atOffset(ZoneOffset.UTC));
            claim.setObject(3, now.atOffset(ZoneOffset.UTC));
            claim.setInt(4, limit);
        });
        return claimed.isEmpty()
                ? List.of()
                : read(
                        "where id = any(?)",
                        select -> select.setArray(1, select.getConnection().createArrayOf("uuid", claimed.toArray())));
    }

    /**
     * A line that was not served to its end.
     *
     * @param dealId the deal for whose units it waits, or null
     */
    public record Unserved(UUID variantId, @Nullable UUID dealId) {}

    /** Lines for which units are available although somebody waits in them: more came back than a batch offers. */
    public List<Unserved> notServedToTheEnd() {
        return rows(
                NOT_SERVED, _ -> {}, row -> new Unserved(row.getObject(1, UUID.class), Pools.dealOf(row.getString(2))));
    }

    private interface Parameters {
        void set(PreparedStatement statement) throws SQLException;
    }

    private List<Waiter> read(String condition, Parameters parameters) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = WaiterRows.prepare(connection, condition)) {
            parameters.set(select);
            return WaiterRows.read(select);
        } catch (SQLException e) {
            throw new StockStorageException(e);
        }
    }

    private List<UUID> ids(String sql, Parameters parameters) {
        return rows(sql, parameters, row -> row.getObject(1, UUID.class));
    }

    private interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private <T> List<T> rows(String sql, Parameters parameters, Reader<T> reader) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            parameters.set(select);
            try (ResultSet row = select.executeQuery()) {
                List<T> rows = new ArrayList<>();
                while (row.next()) {
                    rows.add(reader.read(row));
                }
                return rows;
            }
        } catch (SQLException e) {
            throw new StockStorageException(e);
        }
    }
}
