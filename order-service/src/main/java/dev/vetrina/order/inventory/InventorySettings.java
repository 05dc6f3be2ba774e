package dev.vetrina.order.inventory;

import dev.vetrina.kit.http.Preconditions;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * What a brand wishes to be told of a variant's stock. Read with the counters' locks, so it counts from the next change on; setting
 * it is no turn of the stock and tells nothing itself.
 */
@ApplicationScoped
class InventorySettings {

    private static final String FIND = "select low_stock_threshold, version from stock_settings where variant_id = ?";
    private static final String SET = """
            insert into stock_settings (variant_id, version, low_stock_threshold) values (?, 1, ?::bigint)
            on conflict (variant_id) do nothing
            """;
    private static final String CHANGE =
            "update stock_settings set version = version + 1, low_stock_threshold = ?::bigint where variant_id = ? and version = ?";

    private final DataSource dataSource;

    InventorySettings(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    InventorySettingsView get(UUID variantId) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement find = connection.prepareStatement(FIND)) {
            find.setObject(1, variantId);
            try (ResultSet row = find.executeQuery()) {
                return row.next()
                        ? new InventorySettingsView(variantId, row.getObject(1, Long.class), row.getLong(2))
                        : new InventorySettingsView(variantId, null, 0);
            }
        } catch (SQLException e) {
            throw new InventoryStorageException(e);
        }
    }

    /** @throws dev.vetrina.kit.problem.ProblemException 412, 428 */
    InventorySettingsView put(UUID variantId, @Nullable Long threshold, @Nullable String ifMatch) {
        long seen = get(variantId).version();
        Preconditions.requireMatch(ifMatch, seen);
        try (Connection connection = dataSource.getConnection()) {
            int changed =
                    seen == 0 ? set(connection, variantId, threshold) : change(connection, variantId, threshold, seen);
            if (changed == 0) {
                throw Preconditions.stale(get(variantId).version());
            }
        } catch (SQLException e) {
            throw new InventoryStorageException(e);
        }
        return new InventorySettingsView(variantId, threshold, seen + 1);
    }

    private static int set(Connection connection, UUID variantId, @Nullable Long threshold) throws SQLException {
        try (PreparedStatement set = connection.prepareStatement(SET)) {
            set.setObject(1, variantId);
            set.setObject(2, threshold);
            return set.executeUpdate();
        }
    }

    private static int change(Connection connection, UUID variantId, @Nullable Long threshold, long seen)
            throws SQLException {
        try (PreparedStatement change = connection.prepareStatement(CHANGE)) {
            change.setObject(1, threshold);
            change.setObject(2, variantId);
            change.setLong(3, seen);
            return change.executeUpdate();
        }
    }
}
