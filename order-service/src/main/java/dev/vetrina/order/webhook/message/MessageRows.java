package dev.vetrina.order.webhook.message;

import dev.vetrina.kit.sql.Bulk;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

/** Messages and their deliveries, as many as come together in one statement. */
@ApplicationScoped
class MessageRows {

    /**
     * The endpoints stay locked against being disabled or deleted until the transaction ends: what comes before is delivered or given
     * up with the rest, what comes after is not made. Positions are given in the order of the messages.
     */
    private static final String STORE = """
            with told as materialized (
                select * from unnest(
                        ?::uuid[], ?::uuid[], ?::text[], ?::uuid[], ?::timestamptz[], ?::text[], ?::timestamptz[], ?::uuid[],
                        ?::boolean[])
                    with ordinality as t (
                        id, brand_id, type, event_id, occurred_at, body, created_at, only_endpoint, subscribed, no)),
            subscriber as materialized (
                select id, brand_id, event_types from webhook_endpoint
                where status = 'ENABLED' and brand_id in (select brand_id from told) order by id for share),
            stored as (
                insert into webhook_message (id, brand_id, type, event_id, occurred_at, body, created_at)
                select id, brand_id, type, event_id, occurred_at, body, created_at from told order by no
                on conflict (event_id, brand_id) do nothing returning id)
            insert into webhook_delivery (endpoint_id, message_id, status, created_at)
            select s.id, t.id, 'WAITING', t.created_at
            from stored join told t using (id) join subscriber s on s.brand_id = t.brand_id
            where case when t.only_endpoint is not null then s.id = t.only_endpoint
                       when t.subscribed then s.event_types = '[]' or jsonb_exists(s.event_types, t.type)
                       else true end
            order by t.no, s.id
            """;

    private final DataSource dataSource;
    private final Clock clock;

    MessageRows(DataSource dataSource, Clock clock) {
        this.dataSource = dataSource;
        this.clock = clock;
    }

    void store(List<NewMessage> messages) {
        Instant now = clock.instant();
        try (Connection connection = dataSource.getConnection()) {
            int _ = Bulk.of(messages)
                    .column("uuid", NewMessage::id)
                    .column("uuid", NewMessage::brandId)
                    .column("text", message -> message.type().code())
                    .column("uuid", NewMessage::eventId)
                    .column("timestamptz", NewMessage::occurredAt)
                    .column("text", NewMessage::body)
                    .column("timestamptz", _ -> now)
                    .column("uuid", NewMessage::only)
                    .column("boolean", message -> message.type().subscribed())
                    .execute(connection, STORE);
        } catch (SQLException e) {
            throw new WebhookStorageException(e);
        }
    }

    /** Those of the brands that have an endpoint, disabled or not: what they miss meanwhile can be replayed. */
    Set<UUID> withEndpoint(Set<UUID> brandIds) {
        try (Connection connection = dataSource.getConnection()) {
            return new HashSet<>(Bulk.of(brandIds)
                    .column("uuid", brandId -> brandId)
                    .query(
                            connection,
                            "select distinct brand_id from webhook_endpoint where brand_id = any(?::uuid[])",
                            row -> row.getObject(1, UUID.class)));
        } catch (SQLException e) {
            throw new WebhookStorageException(e);
        }
    }

    /** Whether anybody wants to be told of anything. */
    boolean anyEndpoint() {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("select exists (select 1 from webhook_endpoint)");
                ResultSet row = select.executeQuery()) {
            return row.next() && row.getBoolean(1);
        } catch (SQLException e) {
            throw new WebhookStorageException(e);
        }
    }

    /** What an endpoint would still have been sent is not sent any more. */
    void cancel(UUID endpointId) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement cancel = connection.prepareStatement(
                        "update webhook_delivery set status = 'CANCELLED', next_attempt_at = null, finished_at = ?"
                                + " where endpoint_id = ? and status in ('WAITING', 'RETRYING')")) {
            cancel.setObject(1, clock.instant().atOffset(ZoneOffset.UTC));
            cancel.setObject(2, endpointId);
            int _ = cancel.executeUpdate();
        } catch (SQLException e) {
            throw new WebhookStorageException(e);
        }
    }
}
