package dev.vetrina.order;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;

/** Changes an order behind the service's back, to what a test cannot wait for or no request brings about. */
public final class StoredOrder {

    private StoredOrder() {}

    /** One that is not paid yet: its money is only reserved then, and taken as its goods leave. */
    public static void captureAtShipment(DataSource dataSource, String orderId) {
        change(dataSource, orderId, "update orders set capture = 'AT_SHIPMENT' where id = ?");
    }

    /** @param update a statement with one parameter, the order's id */
    public static void change(DataSource dataSource, String orderId, String update) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(update)) {
            statement.setObject(1, UUID.fromString(orderId));
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
