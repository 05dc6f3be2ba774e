package dev.vetrina.order.inventory;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** Several statements that see the database at one and the same moment. */
@ApplicationScoped
class Snapshot {

    private final DataSource dataSource;

    Snapshot(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    interface Reader<T> {
        T read(Connection connection) throws SQLException;
    }

    <T> T read(Reader<T> reader) {
        try (Connection connection = dataSource.getConnection();
                Statement transaction = connection.createStatement()) {
            transaction.execute("begin isolation level repeatable read read only");
            try {
                return reader.read(connection);
            } finally {
                transaction.execute("rollback");
            }
        } catch (SQLException e) {
            throw new InventoryStorageException(e);
        }
    }
}
