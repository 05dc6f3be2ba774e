package dev.vetrina.order.deal;

import dev.vetrina.events.LiveEvent.SessionChanged;
import dev.vetrina.events.LiveEvent.SessionStatus;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** The shows as far as deals depend on them. Fed by the consumer of the requests themselves, so that their order holds. */
@ApplicationScoped
class DealSessions {

    private static final String APPLY = """
            insert into deal_session (session_id, sequence, status, markets, changed_at) values (?, ?, ?, ?, ?)
            on conflict (session_id) do update set
                sequence = excluded.sequence, status = excluded.status, markets = excluded.markets,
                changed_at = excluded.changed_at
            where deal_session.sequence < excluded.sequence
            """;

    private final DataSource dataSource;

    DealSessions(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Returns whether it is news. */
    boolean apply(SessionChanged event) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement apply = connection.prepareStatement(APPLY)) {
            apply.setObject(1, event.sessionId());
            apply.setLong(2, event.sequence());
            apply.setString(3, event.status().name());
            apply.setArray(4, connection.createArrayOf("text", event.markets().toArray()));
            apply.setObject(5, event.changedAt().atOffset(ZoneOffset.UTC));
            return apply.executeUpdate() == 1;
        } catch (SQLException e) {
            throw new DealStorageException(e);
        }
    }

    Optional<DealSession> find(UUID sessionId) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "select sequence, status, markets, changed_at from deal_session where session_id = ?")) {
            select.setObject(1, sessionId);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(session(row)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new DealStorageException(e);
        }
    }

    private static DealSession session(ResultSet row) throws SQLException {
        String[] markets = (String[]) row.getArray(3).getArray();
        return new DealSession(
                row.getLong(1),
                SessionStatus.valueOf(row.getString(2)),
                List.of(markets),
                row.getObject(4, OffsetDateTime.class).toInstant());
    }
}
