package dev.vetrina.kit.consumer;

import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

/** Remembers which events took effect. */
@IfBuildProperty(name = "vetrina.database", stringValue = "true", enableIfMissing = true)
@ApplicationScoped
class Inbox {

    private final DataSource dataSource;

    Inbox(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Records the ids in the current transaction. Returns those that were not there. */
    Set<UUID> record(String consumer, Collection<UUID> ids) throws SQLException {
        String sql = """
                insert into inbox (consumer, event_id) select ?, unnest(?::uuid[])
                on conflict do nothing returning event_id
                """;
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setString(1, consumer);
            insert.setArray(
                    2, connection.createArrayOf("uuid", ids.stream().sorted().toArray()));
            try (ResultSet rows = insert.executeQuery()) {
                Set<UUID> fresh = new HashSet<>();
                while (rows.next()) {
                    fresh.add(rows.getObject(1, UUID.class));
                }
                return fresh;
            }
        }
    }
}
