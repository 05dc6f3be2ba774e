package dev.vetrina.kit.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import javax.sql.DataSource;

/** Deletes rows by their age, some at a time: however many have gathered, none of its transactions is long. */
public final class OldRows {

    private static final int AT_ONCE = 10_000;

    private OldRows() {}

    /**
     * To be called outside of a transaction.
     *
     * @param time the column that tells the age
     */
    public static void delete(DataSource dataSource, String table, String time, Instant limit) throws SQLException {
        String sql = "delete from %1$s where ctid = any (array(select ctid from %1$s where %2$s < ? limit %3$d))"
                .formatted(table, time, AT_ONCE);
        try (Connection connection = dataSource.getConnection();
                PreparedStatement delete = connection.prepareStatement(sql)) {
            delete.setObject(1, limit.atOffset(ZoneOffset.UTC));
            int deleted;
            do {
                deleted = delete.executeUpdate();
            } while (deleted == AT_ONCE);
        }
    }
}
