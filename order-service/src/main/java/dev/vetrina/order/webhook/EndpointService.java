package dev.vetrina.order.webhook;

import dev.vetrina.kit.http.PageParams;
import dev.vetrina.kit.http.Preconditions;
import dev.vetrina.kit.id.Ids;
import dev.vetrina.kit.problem.LostRaces;
import dev.vetrina.kit.problem.ProblemException;
import dev.vetrina.kit.security.Caller;
import dev.vetrina.order.webhook.destination.Targets;
import dev.vetrina.order.webhook.message.Messages;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What brands do with their endpoints. */
@ApplicationScoped
class EndpointService {

    /** With more the header of the signatures grows without end. */
    private static final int SECRETS_AT_ONCE = 5;

    private final WebhookEndpoints webhooks;
    private final EndpointRepository endpoints;
    private final SecretRepository secrets;
    private final Targets targets;
    private final Messages messages;
    private final Clock clock;

    EndpointService(
            WebhookEndpoints webhooks,
            EndpointRepository endpoints,
            SecretRepository secrets,
            Targets targets,
            Messages messages,
            Clock clock) {
        this.webhooks = webhooks;
        this.endpoints = endpoints;
        this.secrets = secrets;
        this.targets = targets;
        this.messages = messages;
        this.clock = clock;
    }

    @Transactional
    EndpointView get(UUID id, Caller caller) {
        return webhooks.own(id, caller).view();
    }

    @Transactional
    List<EndpointView> list(@Nullable UUID brandId, PageParams page) {
        return endpoints.list(brandId, page.after().orElse(new UUID(0, 0)), page.rows()).stream()
                .map(EndpointRow::view)
                .toList();
    }

    /** The name is looked up before the transaction begins: DNS may be slow. */
    EndpointView change(UUID id, @Nullable String ifMatch, EndpointWish wish, Caller caller) {
        EndpointView seen = QuarkusTransaction.requiringNew()
                .call(() -> webhooks.own(id, caller).view());
        Preconditions.requireMatch(ifMatch, seen.version());
        if (!seen.url().equals(wish.url())) {
            targets.require(wish.url());
        }
        return QuarkusTransaction.requiringNew().call(() -> {
            EndpointRow endpoint = locked(id, caller);
            Preconditions.requireMatch(ifMatch, endpoint.version());
            endpoint.change(wish, now());
            webhooks.flush(endpoint);
            return endpoint.view();
        });
    }

    @Transactional
    void delete(UUID id, @Nullable String ifMatch, Caller caller) {
        EndpointRow endpoint = locked(id, caller);
        Preconditions.requireMatch(ifMatch, endpoint.version());
        try {
            endpoints.delete(endpoint);
            endpoints.flush();
        } catch (PersistenceException e) {
            throw LostRaces.staleRow(e) ? Preconditions.stale(endpoint.version() + 1) : e;
        }
    }

    /** The one before signs as well for this long. */
    @Transactional
    SecretView rotate(UUID id, Duration overlap, Caller caller) {
        EndpointRow endpoint = locked(id, caller);
        Instant now = now();
        secrets.deleteExpired(id, now);
        List<SecretRow> before = secrets.valid(id, now);
        Instant end = now.plus(overlap);
        before.forEach(secret -> secret.endAt(end));
        if (before.size() >= SECRETS_AT_ONCE && overlap.isPositive()) {
            throw ProblemException.conflict("too-many-webhook-secrets", "Wait until one of those before has expired.")
                    .with("limit", SECRETS_AT_ONCE);
        }
        secrets.flush();
        SecretRow secret = new SecretRow(Ids.next(), endpoint.id(), now);
        secrets.persist(secret);
        return new SecretView(secret.secret(), end);
    }

    @Transactional
    EndpointView enable(UUID id, Caller caller) {
        EndpointRow endpoint = locked(id, caller);
        endpoint.enable(now());
        webhooks.flush(endpoint);
        return endpoint.view();
    }

    @Transactional
    EndpointView disable(UUID id, Caller caller) {
        EndpointRow _ = webhooks.own(id, caller);
        webhooks.disable(id);
        return webhooks.own(id, caller).view();
    }

    /** Returns the id of the message. */
    @Transactional
    UUID test(UUID id, Caller caller) {
        return messages.test(webhooks.enabled(id, caller).brandId(), id);
    }

    private EndpointRow locked(UUID id, Caller caller) {
        EndpointRow endpoint = endpoints.findById(id, LockModeType.PESSIMISTIC_WRITE);
        if (endpoint == null || !caller.actsFor(endpoint.brandId())) {
            throw ProblemException.notFound("webhook endpoint", id);
        }
        return endpoint;
    }

    /** As exact as the database keeps it, so that the first answer is the same as later ones. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
