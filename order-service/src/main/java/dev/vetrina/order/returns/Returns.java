package dev.vetrina.order.returns;

import dev.vetrina.kit.problem.ProblemException;
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
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Returns and withdrawals as they are stored, for whoever only reads. */
@ApplicationScoped
class Returns {

    private static final String REF = """
            select r.id, r.order_id, f.brand_id, o.customer_id
            from goods_return r join fulfilment f on f.id = r.fulfilment_id join orders o on o.id = r.order_id
            where true
            """;
    private static final String WITHDRAWAL =
            "select id, order_id, null::uuid, customer_id from withdrawal where id = ?";

    private final DataSource dataSource;

    Returns(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * Whose it is.
     *
     * @param brandId null for a withdrawal, which is of the order
     */
    record Ref(UUID id, UUID orderId, @Nullable UUID brandId, String customerId) {}

    /** Which returns a list shows; null: whatever. */
    record Filter(
            OrderScope scope,
            @Nullable UUID orderId,
            @Nullable ReturnStatus status,
            boolean test) {}

    OrderReturns of(UUID orderId) {
        return Objects.requireNonNull(of(List.of(orderId)).get(orderId));
    }

    /** By order; one without any has empty ones. */
    Map<UUID, OrderReturns> of(Collection<UUID> orderIds) {
        try (Connection connection = dataSource.getConnection()) {
            return ReturnRows.read(connection, orderIds);
        } catch (SQLException e) {
            throw new StorageException(e);
        }
    }

    /** @throws ProblemException 404 */
    Ref find(UUID returnId) {
        return select(REF + " and r.id = ?", List.of(returnId)).stream()
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound("return", returnId));
    }

    /** @throws ProblemException 404 */
    Ref findWithdrawal(UUID withdrawalId) {
        return select(WITHDRAWAL, List.of(withdrawalId)).stream()
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound("withdrawal", withdrawalId));
    }

    /** Oldest first. */
    List<Ref> list(Filter filter, Optional<UUID> after, int rows) {
        List<Object> values = new ArrayList<>();
        String sql = REF
                + and(values, " and r.id > ?", after.orElse(null))
                + filter.scope().condition(values, "o.customer_id = ?", "f.brand_id = ?")
                + and(values, " and r.order_id = ?", filter.orderId())
                + and(values, " and r.status = ?", name(filter.status()))
                + OrderScope.ofTests(filter.orderId(), filter.test())
                + " order by r.id limit " + rows;
        return select(sql, values);
    }

    private static @Nullable String name(@Nullable ReturnStatus status) {
        return status == null ? null : status.name();
    }

    private static String and(List<Object> values, String condition, @Nullable Object value) {
        if (value == null) {
            return "";
        }
        values.add(value);
        return condition;
    }

    private List<Ref> select(String sql, List<?> values) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.size(); i++) {
                select.setObject(i + 1, values.get(i));
            }
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
        } catch (SQLException e) {
            throw new StorageException(e);
        }
    }

    /** The database did not answer as it should. */
    static final class StorageException extends RuntimeException {
        StorageException(SQLException cause) {
            super(cause);
        }
    }
}
