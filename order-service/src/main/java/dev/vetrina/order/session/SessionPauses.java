package dev.vetrina.order.session;

import dev.vetrina.order.commit.Batch;
import dev.vetrina.order.commit.LockRank;
import dev.vetrina.order.commit.LockedRows;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.UUID;

/**
 * The pauses of shows, oldest first, as they are known when a batch is taken. Only read, and without a lock: a pause of which this
 * service hears a moment later comes too late however long one waits.
 */
public final class SessionPauses implements LockedRows<UUID, List<SessionPause>> {

    public static final SessionPauses SESSION_PAUSES = new SessionPauses();

    private static final String READ =
            "select session_id, paused_at, resumed_at from session_pause where session_id = any(?) order by paused_at";

    private SessionPauses() {}

    @Override
    public LockRank rank() {
        return LockRank.SESSION_PAUSES;
    }

    @Override
    public Map<UUID, List<SessionPause>> lock(Connection connection, SortedSet<UUID> sessionIds) throws SQLException {
        Map<UUID, List<SessionPause>> pauses = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(READ)) {
            select.setArray(1, connection.createArrayOf("uuid", sessionIds.toArray()));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    pauses.computeIfAbsent(row.getObject(1, UUID.class), _ -> new ArrayList<>())
                            .add(pause(row));
                }
            }
        }
        return pauses;
    }

    private static SessionPause pause(ResultSet row) throws SQLException {
        OffsetDateTime resumedAt = row.getObject(3, OffsetDateTime.class);
        return new SessionPause(
                row.getObject(2, OffsetDateTime.class).toInstant(), resumedAt == null ? null : resumedAt.toInstant());
    }

    @Override
    public void write(Connection connection, Collection<List<SessionPause>> pauses, Batch batch) {
        // No draft changes them.
    }
}
