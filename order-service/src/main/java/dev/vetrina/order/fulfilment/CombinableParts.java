package dev.vetrina.order.fulfilment;

import dev.vetrina.kit.http.Page;
import dev.vetrina.kit.http.PageParams;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** What could leave in one parcel: found as {@link Destination} tells parts apart, so that what is listed is not refused. */
@ApplicationScoped
class CombinableParts {

    private static final String GROUPS = """
            select (array_agg(f.id order by f.id))[1:%1$d] fulfilments, (array_agg(f.order_id order by f.id))[1:%1$d] orders
            from fulfilment f join orders o on o.id = f.order_id
            where f.status in ('CONFIRMED', 'PARTIALLY_SHIPPED') and o.status = 'PAID' and o.ship_to is not null
              and not o.test %2$s
            group by f.brand_id, o.customer_id, o.ship_to - 'phone'
            having count(*) > 1 and (array_agg(f.id order by f.id))[1] > ?
            order by fulfilments limit ?
            """;
    private static final String OF_ALL = GROUPS.formatted(CombinedShipmentRequest.PARTS_AT_MOST, "");
    private static final String OF_BRAND =
            GROUPS.formatted(CombinedShipmentRequest.PARTS_AT_MOST, "and f.brand_id = ?");

    private final DataSource dataSource;

    CombinableParts(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    private record Group(List<UUID> fulfilmentIds, List<UUID> orderIds) {

        CombinablePartsView view(Map<UUID, OrderParts> parts) {
            List<PartUnits> open = new ArrayList<>();
            for (int i = 0; i < fulfilmentIds.size(); i++) {
                OrderParts ofOrder = Objects.requireNonNull(parts.get(orderIds.get(i)), "parts of a known order");
                open.add(PartUnits.open(ofOrder.get(fulfilmentIds.get(i))));
            }
            return new CombinablePartsView(open);
        }
    }

    /** @param brandId whose; null: everybody's */
    Page<CombinablePartsView> page(@Nullable UUID brandId, PageParams page) {
        try (Connection connection = dataSource.getConnection()) {
            List<Group> groups = groups(connection, brandId, page);
            Map<UUID, OrderParts> parts = PartsRows.read(
                    connection,
                    groups.stream().flatMap(group -> group.orderIds().stream()).toList());
            return Page.byId(groups, page, group -> group.fulfilmentIds().getFirst(), group -> group.view(parts));
        } catch (SQLException e) {
            throw new Fulfilments.StorageException(e);
        }
    }

    private static List<Group> groups(Connection connection, @Nullable UUID brandId, PageParams page)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(brandId == null ? OF_ALL : OF_BRAND)) {
            int next = 1;
            if (brandId != null) {
                select.setObject(next++, brandId);
            }
            select.setObject(next++, page.after().orElse(new UUID(0, 0)));
            select.setInt(next, page.rows());
            try (ResultSet row = select.executeQuery()) {
                List<Group> groups = new ArrayList<>();
                while (row.next()) {
                    groups.add(new Group(ids(row, "fulfilments"), ids(row, "orders")));
                }
                return groups;
            }
        }
    }

    private static List<UUID> ids(ResultSet row, String column) throws SQLException {
        return List.of((UUID[]) row.getArray(column).getArray());
    }
}
