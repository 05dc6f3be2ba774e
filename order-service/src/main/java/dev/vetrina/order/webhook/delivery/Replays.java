package dev.vetrina.order.webhook.delivery;

import dev.vetrina.kit.problem.ProblemException;
import dev.vetrina.kit.security.Caller;
import dev.vetrina.order.webhook.WebhookEndpoints;
import dev.vetrina.order.webhook.WebhookEndpoints.Known;
import dev.vetrina.order.webhook.message.WebhookEventType;
import dev.vetrina.order.webhook.message.WebhookSignal;
import dev.vetrina.order.webhook.message.WebhookStorageException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** Sends again what was told, with its ids, beside what is told now. What still waits or is tried again is left as it is. */
@ApplicationScoped
class Replays {

    private static final int MOST = 10_000;
    private static final String PERIOD = """
            insert into webhook_delivery (endpoint_id, message_id, status, next_attempt_at, created_at)
            select ?, m.id, 'RETRYING', ?, ? from webhook_message m
            where m.brand_id = ? and m.occurred_at >= ? and m.occurred_at < ?
              and m.type not like 'endpoint.%' and (cardinality(?::text[]) = 0 or m.type = any(?::text[]))
              and not exists (
                  select 1 from webhook_delivery d
                  where d.endpoint_id = ? and d.message_id = m.id and d.status in ('WAITING', 'RETRYING'))
            order by m.id limit ?
            on conflict (endpoint_id, message_id) do update
            set status = 'RETRYING', round = webhook_delivery.round + 1, attempts = 0,
                next_attempt_at = excluded.next_attempt_at, finished_at = null
            where webhook_delivery.status in ('DELIVERED', 'FAILED', 'CANCELLED')
            """;
    private static final String ONE = """
            update webhook_delivery
            set status = 'RETRYING', round = round + 1, attempts = 0, next_attempt_at = ?, finished_at = null
            where id = ? and status <> 'WAITING'
            """;

    private final DataSource dataSource;
    private final WebhookEndpoints endpoints;
    private final WebhookSignal signal;
    private final Clock clock;

    Replays(DataSource dataSource, WebhookEndpoints endpoints, WebhookSignal signal, Clock clock) {
        this.dataSource = dataSource;
        this.endpoints = endpoints;
        this.signal = signal;
        this.clock = clock;
    }

    /**
     * Returns how many will be sent.
     *
     * @throws ProblemException 422 for {@code until} if there are more than {@value #MOST}; 404 or 409 for an endpoint that is sent
     *     nothing
     */
    @Transactional
    int replay(UUID endpointId, ReplayRequest request, Caller caller) {
        Known endpoint = endpoints.enabled(endpointId, caller);
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        Instant until = request.until() == null ? now.toInstant() : request.until();
        if (!request.since().isBefore(until)) {
            throw ProblemException.invalid("until", "must be after since");
        }
        List<String> types = types(endpoint, request);
        try (Connection connection = dataSource.getConnection();
                PreparedStatement replay = connection.prepareStatement(PERIOD)) {
            replay.setObject(1, endpoint.id());
            replay.setObject(2, now);
            replay.setObject(3, now);
            replay.setObject(4, endpoint.brandId());
            replay.setObject(5, request.since().atOffset(ZoneOffset.UTC));
            replay.setObject(6, until.atOffset(ZoneOffset.UTC));
            replay.setArray(7, connection.createArrayOf("text", types.toArray()));
            replay.setArray(8, connection.createArrayOf("text", types.toArray()));
            replay.setObject(9, endpoint.id());
            replay.setInt(10, MOST + 1);
            int count = replay.executeUpdate();
            if (count > MOST) {
                throw ProblemException.invalid("until", "must leave no more than " + MOST + " messages to send");
            }
            signal.raiseAfterCommit();
            return count;
        } catch (SQLException e) {
            throw new WebhookStorageException(e);
        }
    }

    private static List<String> types(Known endpoint, ReplayRequest request) {
        List<String> wished = request.eventTypes();
        if (wished == null || wished.isEmpty()) {
            return endpoint.eventTypes();
        }
        return WebhookEventType.require(wished);
    }

    /**
     * One that waits for its first attempt is sent anyway.
     *
     * @throws ProblemException 404 or 409 for an endpoint that is sent nothing
     */
    @Transactional
    void replay(DeliveryView delivery, Caller caller) {
        Known _ = endpoints.enabled(delivery.endpointId(), caller);
        try (Connection connection = dataSource.getConnection();
                PreparedStatement replay = connection.prepareStatement(ONE)) {
            replay.setObject(1, clock.instant().atOffset(ZoneOffset.UTC));
            replay.setObject(2, delivery.id());
            int _ = replay.executeUpdate();
            signal.raiseAfterCommit();
        } catch (SQLException e) {
            throw new WebhookStorageException(e);
        }
    }
}
