package dev.vetrina.order.fulfilment;

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
import java.util.UUID;
import javax.sql.DataSource;

/** Parts of paid orders whose brand has let its time pass. */
@ApplicationScoped
public class OverdueParts {

    private static final String CLAIM = """
            update fulfilment set overdue_claim_until = ? where id in (
                select f.id from orders o join fulfilment f on f.order_id = o.id
                where o.status = 'PAID'
                  and (f.status = 'AWAITING_CONFIRMATION' and o.paid_at <= ?
                       or f.status in ('AWAITING_CONFIRMATION', 'CONFIRMED', 'PARTIALLY_SHIPPED') and o.paid_at <= ?)
                  and coalesce(f.overdue_claim_until, o.paid_at) <= ?
                order by o.paid_at limit ? for update of f skip locked)
            returning order_id, id
            """;

    private final DataSource dataSource;

    OverdueParts(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    public record Overdue(UUID orderId, UUID fulfilmentId) {}

    /**
     * Takes parts that are late; nobody else gets them before the lease ends.
     *
     * @param confirmWithin after the payment
     * @param shipWithin after the payment
     */
    public List<Overdue> claim(Instant now, Duration confirmWithin, Duration shipWithin, Duration lease, int limit) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement claim = connection.prepareStatement(CLAIM)) {
            claim.setObject(1, now.plus(lease).atOffset(ZoneOffset.UTC));
            claim.setObject(2, now.minus(confirmWithin).atOffset(ZoneOffset.UTC));
            claim.setObject(3, now.minus(shipWithin).atOffset(ZoneOffset.UTC));
            claim.setObject(4, now.atOffset(ZoneOffset.UTC));
            claim.setInt(5, limit);
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
}
