package dev.vetrina.order.webhook.delivery;

import dev.vetrina.order.webhook.message.WebhookStorageException;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import javax.sql.DataSource;

/** What is next on a lane. */
@ApplicationScoped
class DueDeliveries {

    /** Of an endpoint {@code e}, what counts against it: before it was moved or enabled again it may have failed, too. */
    static final String FAILING_SINCE =
            "case when e.failing_since is not null then greatest(e.failing_since, e.patient_since) end";

    private static final String NEXT = """
            select d.id, d.endpoint_id, d.message_id, d.round, d.attempts, e.url, m.body, %s,
                   array(select s.secret from webhook_secret s
                         where s.endpoint_id = e.id and (s.expires_at is null or s.expires_at > ?)
                         order by s.created_at desc)
            from webhook_delivery d
            join webhook_endpoint e on e.id = d.endpoint_id
            join webhook_message m on m.id = d.message_id
            where d.endpoint_id = ? and e.status = 'ENABLED' and\s""".formatted(FAILING_SINCE);
    private static final String FIRST = NEXT + "d.status = 'WAITING' order by d.position limit ?";
    private static final String RETRY =
            NEXT + "d.status = 'RETRYING' and d.next_attempt_at <= ? order by d.next_attempt_at, d.message_id limit ?";

    /** Lanes are hundreds, and connections few: whoever buys needs them more. */
    private static final int CONNECTIONS = 4;

    private final Semaphore readers = new Semaphore(CONNECTIONS);
    private final DataSource dataSource;
    private final Clock clock;

    DueDeliveries(DataSource dataSource, Clock clock) {
        this.dataSource = dataSource;
        this.clock = clock;
    }

    List<DueDelivery> next(Lane lane, int limit) {
        readers.acquireUninterruptibly();
        try {
            return read(lane, limit);
        } finally {
            readers.release();
        }
    }

    private List<DueDelivery> read(Lane lane, int limit) {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        boolean retry = lane.kind() == LaneKind.RETRY;
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(retry ? RETRY : FIRST)) {
            select.setObject(1, now);
            select.setObject(2, lane.endpointId());
            if (retry) {
                select.setObject(3, now);
            }
            select.setInt(retry ? 4 : 3, limit);
            try (ResultSet row = select.executeQuery()) {
                List<DueDelivery> due = new ArrayList<>();
                while (row.next()) {
                    due.add(read(row));
                }
                return due;
            }
        } catch (SQLException e) {
            throw new WebhookStorageException(e);
        }
    }

    private static DueDelivery read(ResultSet row) throws SQLException {
        OffsetDateTime failingSince = row.getObject(8, OffsetDateTime.class);
        Array secrets = row.getArray(9);
        return new DueDelivery(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getObject(3, UUID.class),
                row.getInt(4),
                row.getInt(5),
                row.getString(6),
                row.getString(7),
                List.of((String[]) secrets.getArray()),
                failingSince == null ? null : failingSince.toInstant());
    }
}
