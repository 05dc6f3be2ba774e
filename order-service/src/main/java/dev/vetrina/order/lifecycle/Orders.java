package dev.vetrina.order.lifecycle;

import dev.vetrina.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** Orders as they are stored, for whoever only reads. */
@ApplicationScoped
public class Orders {

    private final DataSource dataSource;

    Orders(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** @throws ProblemException 404 */
    public Order get(UUID id) {
        try (Connection connection = dataSource.getConnection()) {
            return Optional.ofNullable(OrderRows.read(connection, List.of(id)).get(id))
                    .orElseThrow(() -> ProblemException.notFound("order", id));
        } catch (SQLException e) {
            throw new StorageException(e);
        }
    }

    /** As many of them as there are, by id. */
    public Map<UUID, Order> all(Collection<UUID> ids) {
        try (Connection connection = dataSource.getConnection()) {
            return OrderRows.read(connection, ids);
        } catch (SQLException e) {
            throw new StorageException(e);
        }
    }

    /**
     * Takes orders whose hold has ended and which are neither paid nor given up; nobody else gets them before the lease ends.
     * When a hold ends is for {@link HoldClock} to say: those that a pause of their show has surely prolonged are only left out here, so
     * that they are not looked at all the time.
     *
     * @param lease how long the caller may need
     */
    public List<Order> claimDue(Instant now, Duration lease, int limit) {
        String sql = """
                update orders set expiry_claimed_until = ? where id in (
                    select id from orders
                    where status = 'PENDING_PAYMENT' and reserved_until <= ?
                      and coalesce(expiry_claimed_until, reserved_until) <= ?
                      and not exists (
                          select 1 from session_pause p
                          where p.session_id = orders.session_id and p.paused_at < orders.reserved_until
                            and coalesce(p.resumed_at, 'infinity') > greatest(orders.placed_at, ?)
                            and orders.placed_at > ?)
                    order by reserved_until limit ? for update skip locked)
                returning id
                """;
        try (Connection connection = dataSource.getConnection();
                PreparedStatement claim = connection.prepareStatement(sql)) {
            claim.setObject(1, now.plus(lease).atOffset(ZoneOffset.UTC));
            claim.setObject(2, now.atOffset(ZoneOffset.UTC));
            claim.setObject(3, now.atOffset(ZoneOffset.UTC));
            claim.setObject(4, now.minus(HoldClock.AFTER_RESUME).atOffset(ZoneOffset.UTC));
            claim.setObject(5, now.minus(HoldClock.LONGEST).atOffset(ZoneOffset.UTC));
            claim.setInt(6, limit);
            return List.copyOf(OrderRows.read(connection, ids(claim)).values());
        } catch (SQLException e) {
            throw new StorageException(e);
        }
    }

    /** Whoever claimed the end of this order's hold is not waited for any more. */
    public void expireNow(UUID orderId) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update = connection.prepareStatement(
                        "update orders set expiry_claimed_until = null where id = ? and status = 'PENDING_PAYMENT'")) {
            update.setObject(1, orderId);
            update.executeUpdate();
        } catch (SQLException e) {
            throw new StorageException(e);
        }
    }

    /** Which order a payment is to pay, and the provider that was asked for it. */
    public record PaymentOf(UUID orderId, String provider) {}

    public Optional<PaymentOf> findPayment(UUID paymentId) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("select order_id, provider from payment where id = ?")) {
            select.setObject(1, paymentId);
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new PaymentOf(row.getObject(1, UUID.class), row.getString(2)))
                        : Optional.empty();
            }
        } catch (SQLException e) {
            throw new StorageException(e);
        }
    }

    private static List<UUID> ids(PreparedStatement select) throws SQLException {
        try (ResultSet row = select.executeQuery()) {
            List<UUID> ids = new ArrayList<>();
            while (row.next()) {
                ids.add(row.getObject(1, UUID.class));
            }
            return ids;
        }
    }

    /** The database did not answer as it should. */
    static final class StorageException extends RuntimeException {
        StorageException(SQLException cause) {
            super(cause);
        }
    }
}
