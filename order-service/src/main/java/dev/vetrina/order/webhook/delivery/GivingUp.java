package dev.vetrina.order.webhook.delivery;

import dev.vetrina.order.webhook.DisabledReason;
import dev.vetrina.order.webhook.WebhookEndpoints;
import dev.vetrina.order.webhook.destination.WebhookSettings;
import dev.vetrina.order.webhook.message.WebhookStorageException;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;

/** Decides, after an attempt, whether its endpoint is sent anything any more. */
@ApplicationScoped
class GivingUp {

    /**
     * Whether nothing has succeeded since the round of a delivery began, and all of it at this url: otherwise only this message is not
     * to the endpoint's taste, or another url has failed.
     */
    private static final String NOTHING_SINCE = """
            select %s <= (
                select min(a.attempted_at) from webhook_attempt a where a.delivery_id = d.id and a.round = d.round)
            from webhook_delivery d join webhook_endpoint e on e.id = d.endpoint_id where d.id = ?
            """.formatted(DueDeliveries.FAILING_SINCE);

    private final WebhookEndpoints endpoints;
    private final WebhookSettings settings;
    private final DataSource dataSource;

    GivingUp(WebhookEndpoints endpoints, WebhookSettings settings, DataSource dataSource) {
        this.endpoints = endpoints;
        this.settings = settings;
        this.dataSource = dataSource;
    }

    void decide(Outcome outcome) {
        DueDelivery delivery = outcome.delivery();
        reason(outcome)
                .ifPresent(
                        why -> Deadlocks.outlast(() -> endpoints.giveUp(delivery.endpointId(), delivery.url(), why)));
    }

    private Optional<DisabledReason> reason(Outcome outcome) {
        if (outcome.answer().taken()) {
            return Optional.empty();
        }
        if (outcome.answer().gone()) {
            return Optional.of(DisabledReason.GONE);
        }
        Instant failingSince = outcome.delivery().failingSince();
        if (failingSince != null && failingSince.plus(settings.disableAfter()).isBefore(outcome.attemptedAt())) {
            return Optional.of(DisabledReason.FAILING_FOR_LONG);
        }
        return outcome.status() == DeliveryStatus.FAILED && nothingTakenSince(outcome.delivery())
                ? Optional.of(DisabledReason.ALL_ATTEMPTS_FAILED)
                : Optional.empty();
    }

    private boolean nothingTakenSince(DueDelivery delivery) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(NOTHING_SINCE)) {
            select.setObject(1, delivery.id());
            try (ResultSet row = select.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        } catch (SQLException e) {
            throw new WebhookStorageException(e);
        }
    }
}
