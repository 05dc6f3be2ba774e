package dev.vetrina.order.webhook;

import dev.vetrina.kit.id.Ids;
import dev.vetrina.kit.problem.LostRaces;
import dev.vetrina.kit.problem.ProblemException;
import dev.vetrina.kit.security.Caller;
import dev.vetrina.order.webhook.destination.Targets;
import dev.vetrina.order.webhook.destination.WebhookSettings;
import dev.vetrina.order.webhook.message.Messages;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Endpoints of brands, for whoever sets a brand up. */
@ApplicationScoped
public class WebhookEndpoints {

    private final EndpointRepository endpoints;
    private final SecretRepository secrets;
    private final Targets targets;
    private final Messages messages;
    private final WebhookSettings settings;
    private final Clock clock;

    WebhookEndpoints(
            EndpointRepository endpoints,
            SecretRepository secrets,
            Targets targets,
            Messages messages,
            WebhookSettings settings,
            Clock clock) {
        this.endpoints = endpoints;
        this.secrets = secrets;
        this.targets = targets;
        this.messages = messages;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Whether there could be such an endpoint. The url's name is looked up, which may take seconds where DNS is slow: in no
     * transaction.
     *
     * @param eventTypes codes of event types; empty: all
     * @throws ProblemException 422 for {@code url} or {@code eventTypes}
     */
    public void check(String url, List<String> eventTypes) {
        EndpointWish wish = EndpointWish.of(url, eventTypes, null);
        targets.require(wish.url());
    }

    /** @param secret the key of its signatures: told now and never again */
    public record Registered(UUID id, String secret) {}

    /**
     * What was {@link #check checked} before, in the current transaction.
     *
     * @param createdBy subject of the token with which it is made
     * @throws ProblemException 409 {@code webhook-endpoint-exists} or {@code too-many-webhook-endpoints}
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Registered insertChecked(
            UUID brandId, String url, List<String> eventTypes, @Nullable String description, String createdBy) {
        Registration made = insert(brandId, EndpointWish.of(url, eventTypes, description), createdBy);
        return new Registered(made.endpoint().id(), made.secret());
    }

    record Registration(EndpointView endpoint, String secret) {}

    /** The name is looked up before the transaction begins. */
    Registration register(UUID brandId, EndpointWish wish, String createdBy) {
        targets.require(wish.url());
        return QuarkusTransaction.requiringNew().call(() -> insert(brandId, wish, createdBy));
    }

    private Registration insert(UUID brandId, EndpointWish wish, String createdBy) {
        endpoints.lockBrand(brandId);
        if (endpoints.countOf(brandId) >= settings.endpointsPerBrand()) {
            throw ProblemException.conflict("too-many-webhook-endpoints", "A brand has only so many: delete one first.")
                    .with("limit", settings.endpointsPerBrand());
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        EndpointRow endpoint = new EndpointRow(Ids.next(), brandId, wish, createdBy, now);
        flush(endpoint);
        SecretRow secret = new SecretRow(Ids.next(), endpoint.id(), now);
        secrets.persist(secret);
        return new Registration(endpoint.view(), secret.secret());
    }

    /** Writes what changed; of one brand a url stands once. */
    void flush(EndpointRow endpoint) {
        try {
            endpoints.persistAndFlush(endpoint);
        } catch (PersistenceException e) {
            throw LostRaces.duplicateRow(e)
                    ? ProblemException.conflict(
                            "webhook-endpoint-exists", "The brand has an endpoint with this url already.")
                    : e;
        }
    }

    /** As its owner wishes. Again is as good as once. */
    @Transactional
    void disable(UUID id) {
        disable(lockedWithBrand(id), DisabledReason.BY_OWNER);
    }

    /** For what the endpoint at this url did: one that lies elsewhere by now has not done it. */
    @Transactional
    public void giveUp(UUID id, String url, DisabledReason reason) {
        EndpointRow endpoint = lockedWithBrand(id);
        if (endpoint != null && endpoint.url().equals(url)) {
            disable(endpoint, reason);
        }
    }

    private @Nullable EndpointRow lockedWithBrand(UUID id) {
        // Two of one brand, each waiting to tell the other, would wait forever.
        endpoints.brandOf(id).ifPresent(endpoints::lockBrand);
        return endpoints.findById(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Nothing more is sent to it, what waits is given up, and the brand is told at its other endpoints. */
    private void disable(@Nullable EndpointRow endpoint, DisabledReason reason) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (endpoint != null && endpoint.disable(reason, now)) {
            endpoints.flush();
            messages.disabled(endpoint.brandId(), endpoint.id(), endpoint.url(), reason.name());
        }
    }

    /** An endpoint, for whoever replays what it was sent. */
    public record Known(UUID id, UUID brandId, List<String> eventTypes) {}

    /**
     * Until the current transaction ends it stays enabled.
     *
     * @throws ProblemException 404, also for one of another brand; 409 {@code webhook-endpoint-disabled}
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Known enabled(UUID id, Caller caller) {
        EndpointRow endpoint = endpoints.findById(id, LockModeType.PESSIMISTIC_READ);
        if (endpoint == null || !caller.actsFor(endpoint.brandId())) {
            throw ProblemException.notFound("webhook endpoint", id);
        }
        if (!endpoint.enabled()) {
            throw ProblemException.conflict("webhook-endpoint-disabled", "Enable it first: it is sent nothing.");
        }
        return endpoint.known();
    }

    EndpointRow own(UUID id, Caller caller) {
        return endpoints
                .findByIdOptional(id)
                .filter(endpoint -> caller.actsFor(endpoint.brandId()))
                .orElseThrow(() -> ProblemException.notFound("webhook endpoint", id));
    }
}
