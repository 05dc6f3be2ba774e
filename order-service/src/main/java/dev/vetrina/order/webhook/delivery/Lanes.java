package dev.vetrina.order.webhook.delivery;

import dev.vetrina.kit.id.Ids;
import dev.vetrina.order.webhook.destination.WebhookSettings;
import dev.vetrina.order.webhook.message.WebhookStorageException;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** Who may send to which endpoint. Nobody else gets a lane before it is given back, or its lease ends. */
@ApplicationScoped
class Lanes {

    /** By chance, so that where more have something to send than there is room for, all get their turn. */
    private static final String CLAIM = """
            update webhook_lane set claimed_by = ?, claimed_until = ?
            where (endpoint_id, kind) in (
                select l.endpoint_id, l.kind
                from webhook_lane l join webhook_endpoint e on e.id = l.endpoint_id
                where l.claimed_until <= ? and e.status = 'ENABLED' and (e.failing_since is not null) = ?
                  and case l.kind
                      when 'FIRST' then exists (
                          select 1 from webhook_delivery d where d.endpoint_id = l.endpoint_id and d.status = 'WAITING')
                      else exists (
                          select 1 from webhook_delivery d
                          where d.endpoint_id = l.endpoint_id and d.status = 'RETRYING' and d.next_attempt_at <= ?) end
                order by random() limit ? for update of l skip locked)
            returning endpoint_id, kind
            """;

    private static final String KEEP =
            "update webhook_lane set claimed_until = ? where endpoint_id = ? and kind = ? and claimed_by = ?";
    private static final String RELEASE = "update webhook_lane set claimed_until = '-infinity', claimed_by = null"
            + " where endpoint_id = ? and kind = ? and claimed_by = ?";

    private final DataSource dataSource;
    private final WebhookSettings settings;
    private final Clock clock;

    Lanes(DataSource dataSource, WebhookSettings settings, Clock clock) {
        this.dataSource = dataSource;
        this.settings = settings;
        this.clock = clock;
    }

    /** Lanes on which there is something to send now. */
    List<Lane> claim(boolean failing, int limit) {
        Instant now = clock.instant();
        Instant until = now.plus(settings.lease());
        UUID claim = Ids.next();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update = connection.prepareStatement(CLAIM)) {
            update.setObject(1, claim);
            update.setObject(2, until.atOffset(ZoneOffset.UTC));
            update.setObject(3, now.atOffset(ZoneOffset.UTC));
            update.setBoolean(4, failing);
            update.setObject(5, now.atOffset(ZoneOffset.UTC));
            update.setInt(6, limit);
            try (ResultSet row = update.executeQuery()) {
                List<Lane> lanes = new ArrayList<>();
                while (row.next()) {
                    UUID endpointId = row.getObject(1, UUID.class);
                    lanes.add(new Lane(endpointId, LaneKind.valueOf(row.getString(2)), claim, until, failing));
                }
                return lanes;
            }
        } catch (SQLException e) {
            throw new WebhookStorageException(e);
        }
    }

    /** The lane with time for one more attempt, or empty if somebody else has it by now. */
    Optional<Lane> keep(Lane lane) {
        Instant now = clock.instant();
        if (now.plus(settings.lease().dividedBy(2)).isBefore(lane.until())) {
            return Optional.of(lane);
        }
        Instant until = now.plus(settings.lease());
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update = connection.prepareStatement(KEEP)) {
            update.setObject(1, until.atOffset(ZoneOffset.UTC));
            update.setObject(2, lane.endpointId());
            update.setString(3, lane.kind().name());
            update.setObject(4, lane.claim());
            return update.executeUpdate() == 1 ? Optional.of(lane.until(until)) : Optional.empty();
        } catch (SQLException e) {
            throw new WebhookStorageException(e);
        }
    }

    /** One at a time: lanes are hundreds, and connections few. */
    synchronized void release(Lane lane) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update = connection.prepareStatement(RELEASE)) {
            update.setObject(1, lane.endpointId());
            update.setString(2, lane.kind().name());
            update.setObject(3, lane.claim());
            int _ = update.executeUpdate();
        } catch (SQLException e) {
            throw new WebhookStorageException(e);
        }
    }
}
