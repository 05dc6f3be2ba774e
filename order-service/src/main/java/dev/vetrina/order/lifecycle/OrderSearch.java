package dev.vetrina.order.lifecycle;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Finds orders. Only what is asked for is in the statement, so that the plan fits it. */
@ApplicationScoped
class OrderSearch {

    private final DataSource dataSource;

    OrderSearch(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** In the order of their ids, which rise with time, behind the id with which the page before ended. */
    List<Order> find(OrderScope scope, OrderFilter filter, Optional<UUID> after, int rows) {
        Statement statement = statement(scope, filter, after.orElse(null));
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(statement.sql(rows))) {
            statement.bind(select);
            List<UUID> ids = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    ids.add(row.getObject(1, UUID.class));
                }
            }
            Map<UUID, Order> found = OrderRows.read(connection, ids);
            return ids.stream().map(id -> Objects.requireNonNull(found.get(id))).toList();
        } catch (SQLException e) {
            throw new Orders.StorageException(e);
        }
    }

    private static Statement statement(OrderScope scope, OrderFilter filter, @Nullable UUID after) {
        boolean newestFirst = filter.sort == OrderSort.NEWEST;
        Statement statement = new Statement(newestFirst)
                .and(newestFirst ? "o.id < ?" : "o.id > ?", after)
                .and("o.placed_at >= ?", filter.placedFrom)
                .and("o.placed_at < ?", filter.placedTo)
                .and("o.test = ?", filter.test);
        statement.of(scope, "exists (select 1 from order_line l where l.order_id = o.id and l.brand_id = ?)");
        OrderStatus status = filter.status;
        if (status != null) {
            statement.and("o.status = ?", status.name());
        }
        statement.ofSession(filter.sessionId, scope);
        statement.ofLine("l.variant_id = ?", filter.variantId, scope);
        statement.ofLine("l.deal_id = ?", filter.dealId, scope);
        statement.ofPart(filter.fulfilmentStatus, scope);
        return statement;
    }

    private static final class Statement {

        private final boolean newestFirst;
        private final StringBuilder where = new StringBuilder("select o.id from orders o where true");
        private final List<Object> values = new ArrayList<>();

        Statement(boolean newestFirst) {
            this.newestFirst = newestFirst;
        }

        Statement and(String condition, @Nullable Object value) {
            if (value != null) {
                where.append(" and ").append(condition);
                values.add(value instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : value);
            }
            return this;
        }

        void of(OrderScope scope, String ofBrand) {
            where.append(scope.condition(values, "o.customer_id = ?", ofBrand));
        }

        /** A basket of several shows is of each, whether it names one or none as its own. */
        void ofSession(@Nullable UUID sessionId, OrderScope scope) {
            if (sessionId != null) {
                and("o.id in (select id from orders where session_id = ?", sessionId);
                where.append(
                        " union select l.order_id from order_line l join orders o on o.id = l.order_id where true");
                and("l.session_id = ?", sessionId);
                of(scope, "l.brand_id = ?");
                where.append(")");
            }
        }

        /** A brand finds orders of others by lines of its own only. */
        void ofLine(String condition, @Nullable UUID value, OrderScope scope) {
            if (value != null) {
                and("exists (select 1 from order_line l where l.order_id = o.id and " + condition, value);
                of(scope, "l.brand_id = ?");
                where.append(")");
            }
        }

        /** As {@link FulfilmentStatus#shown} says. */
        void ofPart(@Nullable FulfilmentStatus status, OrderScope scope) {
            if (status != null) {
                where.append(" and exists (select 1 from fulfilment f where f.order_id = o.id");
                of(scope, "f.brand_id = ?");
                where.append(inState(status)).append(")");
            }
        }

        private static String inState(FulfilmentStatus status) {
            return switch (status) {
                case AWAITING_PAYMENT -> " and f.status = 'AWAITING_CONFIRMATION' and o.status = 'PENDING_PAYMENT'";
                case AWAITING_CONFIRMATION ->
                    " and f.status = 'AWAITING_CONFIRMATION' and o.status in ('PAID', 'COMPLETED')";
                case CANCELLED ->
                    " and (f.status = 'CANCELLED'"
                            + " or f.status = 'AWAITING_CONFIRMATION' and o.status in ('CANCELLED', 'EXPIRED'))";
                case CONFIRMED, PARTIALLY_SHIPPED, SHIPPED, DELIVERED -> " and f.status = '" + status + "'";
            };
        }

        String sql(int rows) {
            return where + " order by o.id " + (newestFirst ? "desc" : "asc") + " limit " + rows;
        }

        void bind(PreparedStatement select) throws SQLException {
            for (int i = 0; i < values.size(); i++) {
                select.setObject(i + 1, values.get(i));
            }
        }
    }
}
