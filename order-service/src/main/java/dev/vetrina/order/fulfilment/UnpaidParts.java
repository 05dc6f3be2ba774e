package dev.vetrina.order.fulfilment;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

/** Open parts of paid orders whose reserved money the provider let go before it was captured. */
@ApplicationScoped
public class UnpaidParts {

    /** While a capture is under way, nobody knows yet what is paid. */
    private static final String CLAIM = """
            update fulfilment set overdue_claim_until = ? where id in (
                select f.id
                from lapsed_payment p
                join orders o on o.id = p.order_id and o.status = 'PAID'
                join fulfilment f on f.order_id = p.order_id
                    and f.status in ('AWAITING_CONFIRMATION', 'CONFIRMED', 'PARTIALLY_SHIPPED')
                where not exists (select 1 from payment_capture c
                                  where c.payment_id = p.id and c.status in ('REQUESTED', 'UNKNOWN'))
                  and coalesce(f.overdue_claim_until, o.paid_at) <= ?
                order by o.paid_at limit ? for update of f skip locked)
            returning order_id
            """;

    private final DataSource dataSource;

    UnpaidParts(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Takes orders with such parts; nobody else gets those parts before the lease ends. */
    public Set<UUID> claimOrders(Instant now, Duration lease, int limit) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement claim = connection.prepareStatement(CLAIM)) {
            claim.setObject(1, now.plus(lease).atOffset(ZoneOffset.UTC));
            claim.setObject(2, now.atOffset(ZoneOffset.UTC));
            claim.setInt(3, limit);
            try (ResultSet row = claim.executeQuery()) {
                Set<UUID> orders = new LinkedHashSet<>();
                while (row.next()) {
                    orders.add(row.getObject(1, UUID.class));
                }
                return orders;
            }
        } catch (SQLException e) {
            throw new Fulfilments.StorageException(e);
        }
    }
}
