package dev.vetrina.order.fulfilment;

import dev.vetrina.kit.problem.ProblemException;
import dev.vetrina.order.lifecycle.FulfilmentStatus;
import dev.vetrina.order.lifecycle.OrderScope;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Parts of orders as they are stored, for whoever only reads. */
@ApplicationScoped
public class Fulfilments {

    private static final String FIND = """
            select f.id, f.order_id, f.brand_id, o.customer_id from fulfilment f join orders o on o.id = f.order_id where f.id = ?
            """;

    private final DataSource dataSource;

    Fulfilments(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Whose part it is. */
    record Ref(UUID id, UUID orderId, UUID brandId, String customerId) {}

    /** Which parts a list shows; null: whatever. */
    record Filter(
            OrderScope scope,
            @Nullable UUID orderId,
            @Nullable FulfilmentStatus status,
            boolean test) {}

    /** @throws ProblemException 404 */
    public OrderParts of(UUID orderId) {
        try (Connection connection = dataSource.getConnection()) {
            return Optional.ofNullable(
                            PartsRows.read(connection, List.of(orderId)).get(orderId))
                    .orElseThrow(() -> ProblemException.notFound("order", orderId));
        } catch (SQLException e) {
            throw new StorageException(e);
        }
    }

    /** By order; one that is not known is left out. */
    Map<UUID, OrderParts> of(Collection<UUID> orderIds) {
        try (Connection connection = dataSource.getConnection()) {
            return PartsRows.read(connection, orderIds);
        } catch (SQLException e) {
            throw new StorageException(e);
        }
    }

    /** @throws ProblemException 404 */
    Ref find(UUID fulfilmentId) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(FIND)) {
            select.setObject(1, fulfilmentId);
            return refs(select).stream()
                    .findFirst()
                    .orElseThrow(() -> ProblemException.notFound("fulfilment", fulfilmentId));
        } catch (SQLException e) {
            throw new StorageException(e);
        }
    }

    /** Oldest first. */
    List<Ref> list(Filter filter, Optional<UUID> after, int rows) {
        List<Object> values = new ArrayList<>();
        String sql =
                "select f.id, f.order_id, f.brand_id, o.customer_id from fulfilment f join orders o on o.id = f.order_id"
                        + " where true"
                        + and(values, " and f.id > ?", after.orElse(null))
                        + filter.scope().condition(values, "o.customer_id = ?", "f.brand_id = ?")
                        + and(values, " and f.order_id = ?", filter.orderId())
                        + OrderScope.ofTests(filter.orderId(), filter.test())
                        + inState(filter.status())
                        + " order by f.id limit " + rows;
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.size(); i++) {
                select.setObject(i + 1, values.get(i));
            }
            return refs(select);
        } catch (SQLException e) {
            throw new StorageException(e);
        }
    }

    private static String and(List<Object> values, String condition, @Nullable Object value) {
        if (value == null) {
            return "";
        }
        values.add(value);
        return condition;
    }

    /** As {@link FulfilmentStatus#shown} says. */
    private static String inState(@Nullable FulfilmentStatus status) {
        return switch (status) {
            case null -> "";
            case AWAITING_PAYMENT -> " and f.status = 'AWAITING_CONFIRMATION' and o.status = 'PENDING_PAYMENT'";
            case AWAITING_CONFIRMATION ->
                " and f.status = 'AWAITING_CONFIRMATION' and o.status in ('PAID', 'COMPLETED')";
            case CANCELLED ->
                " and (f.status = 'CANCELLED' or f.status = 'AWAITING_CONFIRMATION' and o.status in ('CANCELLED', 'EXPIRED'))";
            case CONFIRMED, PARTIALLY_SHIPPED, SHIPPED, DELIVERED -> " and f.status = '" + status + "'";
        };
    }

    private static List<Ref> refs(PreparedStatement select) throws SQLException {
        try (ResultSet row = select.executeQuery()) {
            List<Ref> refs = new ArrayList<>();
            while (row.next()) {
                refs.add(new Ref(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        row.getObject(3, UUID.class),
                        row.getString(4)));
            }
            return refs;
        }
    }

    /** The database did not answer as it should. */
    static final class StorageException extends RuntimeException {
        StorageException(SQLException cause) {
            super(cause);
        }
    }
}
