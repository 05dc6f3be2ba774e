package dev.vetrina.order.fulfilment;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;

/** Parts of paid orders whose brand has let its time pass. */
@ApplicationScoped
public class OverdueParts {

    private static final String EDITIONS = """
            select distinct market, terms_version from orders where status = 'PAID' and paid_at <= ?
            """;
    private static final String CLAIM = """
            update fulfilment set overdue_claim_until = ? where id in (
                select f.id
                from orders o
                join unnest(?::text[], ?::bigint[], ?::timestamptz[], ?::timestamptz[])
                    as late (market, terms_version, unless_confirmed, unless_shipped)
                    on late.market = o.market and late.terms_version = o.terms_version
                join fulfilment f on f.order_id = o.id
                where o.status = 'PAID'
                  -- Nothing is confirmed before it is paid: this leaves the orders out whose brands have time in any case.
                  and o.paid_at <= greatest(late.unless_confirmed, late.unless_shipped)
                  and (f.status = 'AWAITING_CONFIRMATION' and o.paid_at <= late.unless_confirmed
                       or f.status in ('CONFIRMED', 'PARTIALLY_SHIPPED') and f.confirmed_at <= late.unless_shipped)
                  and coalesce(f.overdue_claim_until, o.paid_at) <= ?
                order by o.paid_at limit ? for update of f skip locked)
            returning order_id, id
            """;

    private final DataSource dataSource;

    OverdueParts(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    public record Overdue(UUID orderId, UUID fulfilmentId) {}

    /** The terms under which an order was placed. */
    public record Edition(String market, long termsVersion) {}

    /** Under these terms, what was paid by then and is not confirmed, or confirmed by then and not shipped, is late. */
    public record Late(Edition terms, Instant unlessConfirmed, Instant unlessShipped) {

        /**
         * Whether a part that was late when it was claimed is so under its order's lock too: its brand may have confirmed it since, and
         * then has its time to ship it. When its order was paid does not change.
         */
        public boolean still(Fulfilment part) {
            Instant confirmedAt = part.milestones().confirmedAt();
            return switch (part.status()) {
                case AWAITING_CONFIRMATION -> true;
                case CONFIRMED, PARTIALLY_SHIPPED -> confirmedAt != null && !confirmedAt.isAfter(unlessShipped);
                case AWAITING_PAYMENT, SHIPPED, DELIVERED, CANCELLED -> false;
            };
        }
    }

    /** The terms of the orders in work that were paid by then. */
    public List<Edition> editions(Instant paidBy) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(EDITIONS)) {
            select.setObject(1, paidBy.atOffset(ZoneOffset.UTC));
            try (ResultSet row = select.executeQuery()) {
                List<Edition> editions = new ArrayList<>();
                while (row.next()) {
                    editions.add(new Edition(row.getString(1), row.getLong(2)));
                }
                return editions;
            }
        } catch (SQLException e) {
            throw new Fulfilments.StorageException(e);
        }
    }

    /** Takes parts that are late; nobody else gets them before the lease ends. */
    public List<Overdue> claim(List<Late> late, Instant now, Duration lease, int limit) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement claim = connection.prepareStatement(CLAIM)) {
            claim.setObject(1, now.plus(lease).atOffset(ZoneOffset.UTC));
            set(claim, 2, late);
            claim.setObject(6, utc(now));
            claim.setInt(7, limit);
            try (ResultSet row = claim.executeQuery()) {
                List<Overdue> overdue = new ArrayList<>();
                while (row.next()) {
                    overdue.add(new Overdue(row.getObject(1, UUID.class), row.getObject(2, UUID.class)));
                }
                return overdue;
            }
        } catch (SQLException e) {
            throw new Fulfilments.StorageException(e);
        }
    }

    /** Whoever claimed late or unpaid parts of this order is not waited for any more. */
    public void claimableNow(UUID orderId) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update = connection.prepareStatement(
                        "update fulfilment set overdue_claim_until = null where order_id = ?")) {
            update.setObject(1, orderId);
            update.executeUpdate();
        } catch (SQLException e) {
            throw new Fulfilments.StorageException(e);
        }
    }

    /** Sets four arrays, each with an element for each of the terms: market, version, unless confirmed, unless shipped. */
    public static void set(PreparedStatement statement, int first, List<Late> late) throws SQLException {
        Connection connection = statement.getConnection();
        statement.setArray(
                first, array(connection, "text", late, each -> each.terms().market()));
        statement.setArray(
                first + 1,
                array(connection, "bigint", late, each -> each.terms().termsVersion()));
        statement.setArray(first + 2, array(connection, "timestamptz", late, each -> utc(each.unlessConfirmed())));
        statement.setArray(first + 3, array(connection, "timestamptz", late, each -> utc(each.unlessShipped())));
    }

    private static Array array(Connection connection, String type, List<Late> late, Function<Late, Object> value)
            throws SQLException {
        return connection.createArrayOf(type, late.stream().map(value).toArray());
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
