package dev.vetrina.order.webhook.delivery;

import dev.vetrina.kit.problem.ProblemException;
import dev.vetrina.kit.security.Caller;
import dev.vetrina.order.webhook.message.WebhookStorageException;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** One delivery with all that was sent and answered. */
@ApplicationScoped
class DeliveryDetails {

    /** A delivery that was replayed without end shows the latest of its attempts. */
    private static final int SHOWN = 100;

    private static final String ONE = "select " + DeliveryList.COLUMNS + """
            , e.url, m.body, e.brand_id
            from webhook_delivery d
            join webhook_endpoint e on e.id = d.endpoint_id
            join webhook_message m on m.id = d.message_id
            where d.id = ?
            """;
    private static final String ATTEMPTS = """
            select * from (
                select round, number, attempted_at, duration_ms, status_code, error, answer from webhook_attempt
                where delivery_id = ? order by round desc, number desc limit ?) a
            order by round, number
            """;

    private final DataSource dataSource;
    private final Clock clock;

    DeliveryDetails(DataSource dataSource, Clock clock) {
        this.dataSource = dataSource;
        this.clock = clock;
    }

    /** @throws ProblemException 404, also for one of another brand */
    DeliveryDetailView get(UUID id, Caller caller) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(ONE)) {
            select.setObject(1, id);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next() || !caller.actsFor(row.getObject(12, UUID.class))) {
                    throw ProblemException.notFound("webhook delivery", id);
                }
                return detail(row, attempts(connection, id));
            }
        } catch (SQLException e) {
            throw new WebhookStorageException(e);
        }
    }

    private DeliveryDetailView detail(ResultSet row, List<AttemptView> attempts) throws SQLException {
        DeliveryView delivery = DeliveryList.view(row);
        Instant sentAt =
                attempts.isEmpty() ? clock.instant() : attempts.getLast().attemptedAt();
        return new DeliveryDetailView(
                delivery,
                row.getString(10),
                SentHeaders.of(delivery.messageId().toString(), sentAt.getEpochSecond()),
                row.getString(11),
                attempts);
    }

    private static List<AttemptView> attempts(Connection connection, UUID id) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(ATTEMPTS)) {
            select.setObject(1, id);
            select.setInt(2, SHOWN);
            try (ResultSet row = select.executeQuery()) {
                List<AttemptView> attempts = new ArrayList<>();
                while (row.next()) {
                    attempts.add(attempt(row));
                }
                return attempts;
            }
        }
    }

    private static AttemptView attempt(ResultSet row) throws SQLException {
        @Nullable String error = row.getString(6);
        return new AttemptView(
                row.getInt(1),
                row.getInt(2),
                row.getObject(3, OffsetDateTime.class).toInstant(),
                row.getInt(4),
                row.getObject(5, Integer.class),
                error == null ? null : AttemptError.valueOf(error),
                row.getString(7));
    }
}
