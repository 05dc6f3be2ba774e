package dev.vetrina.order.partner;

import dev.vetrina.kit.http.Page;
import dev.vetrina.kit.http.PageParams;
import dev.vetrina.kit.id.Ids;
import dev.vetrina.kit.problem.ProblemException;
import dev.vetrina.order.offer.Brands;
import dev.vetrina.order.webhook.WebhookEndpoints;
import dev.vetrina.order.webhook.WebhookEndpoints.Registered;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is known here of partners' clients: a transaction each, the identity provider is asked between them. */
@ApplicationScoped
class PartnerClients {

    private final PartnerClientRepository clients;
    private final IdentityProvider provider;
    private final Brands brands;
    private final WebhookEndpoints webhooks;
    private final Clock clock;

    PartnerClients(
            PartnerClientRepository clients,
            IdentityProvider provider,
            Brands brands,
            WebhookEndpoints webhooks,
            Clock clock) {
        this.webhooks = webhooks;
        this.clients = clients;
        this.provider = provider;
        this.brands = brands;
        this.clock = clock;
    }

    /** @param pending whether it is not in use yet: its client may be there at the provider all the same */
    record Begun(ClientGrant grant, boolean pending) {}

    /**
     * Writes down what is wanted, before the provider is asked; a repeat of the request finds it again.
     *
     * @throws ProblemException 404 for an unknown brand, 409 for a suspended one, 422 if the request asked for something else before
     */
    @Transactional
    Begun begin(String requestId, PartnerClientRequest request, String operator) {
        brands.requireActive(request.brandId());
        PartnerClientRow row = clients.ofRequest(requestId)
                .map(begun -> begun.requireSame(request))
                .orElseGet(() -> {
                    PartnerClientRow first = new PartnerClientRow(Ids.next(), requestId, request, operator, now());
                    clients.persist(first);
                    return first;
                });
        return new Begun(row.grant(), row.pending());
    }

    /** @param webhook what was registered with it; null if nothing was, now or at all */
    record Activated(PartnerClientView client, @Nullable Registered webhook) {}

    /**
     * It is there at the provider: from now on it is in use, and its webhook endpoint with it.
     *
     * @throws ProblemException 409 if it was revoked meanwhile, or there is no room for the webhook
     */
    @Transactional
    Activated activate(String requestId, PartnerClientRequest request, String operator) {
        PartnerClientRow row = clients.ofRequest(requestId)
                .map(found -> locked(found.id()))
                .orElseThrow(() -> new IllegalStateException("no client was begun for " + requestId));
        row.requireNotRevoked();
        Registered webhook = row.pending() ? register(request, operator) : null;
        row.activate(webhook == null ? null : webhook.id());
        return new Activated(row.view(provider.tokenUrl()), webhook);
    }

    private @Nullable Registered register(PartnerClientRequest request, String operator) {
        PartnerClientRequest.Webhook wanted = request.webhook();
        return wanted == null
                ? null
                : webhooks.insertChecked(
                        request.brandId(), wanted.url(), wanted.eventTypes(), request.name(), operator);
    }

    /** Nothing came of it: the same key may be used for a request that is mended. */
    @Transactional
    void forget(String requestId) {
        clients.ofRequest(requestId).filter(PartnerClientRow::pending).ifPresent(clients::delete);
    }

    @Transactional
    PartnerClientView revoke(UUID id) {
        PartnerClientRow row = locked(id);
        row.revoke(now());
        return row.view(provider.tokenUrl());
    }

    @Transactional
    PartnerClientView get(UUID id) {
        return clients.findByIdOptional(id).orElseThrow(() -> unknown(id)).view(provider.tokenUrl());
    }

    /** @throws ProblemException 404, or 409 unless it is in use and its brand may sell */
    @Transactional
    ClientGrant inUse(UUID id) {
        PartnerClientRow row = clients.findByIdOptional(id).orElseThrow(() -> unknown(id));
        row.requireNotRevoked();
        brands.requireActive(row.grant().brandId());
        if (!row.active()) {
            throw ProblemException.conflict(
                    "partner-client-pending", "The client is not finished: repeat the request that made it.");
        }
        return row.grant();
    }

    @Transactional
    Page<PartnerClientView> list(@Nullable UUID brandId, PageParams page) {
        return Page.byId(
                clients.list(brandId, page.after(), page.rows()),
                page,
                PartnerClientRow::id,
                row -> row.view(provider.tokenUrl()));
    }

    private PartnerClientRow locked(UUID id) {
        PartnerClientRow row = clients.findById(id, LockModeType.PESSIMISTIC_WRITE);
        if (row == null) {
            throw unknown(id);
        }
        // It may have been read before the lock was there.
        clients.getEntityManager().refresh(row);
        return row;
    }

    private static ProblemException unknown(UUID id) {
        return ProblemException.notFound("partner client", id);
    }

    /** As exact as the database keeps it, so that the first answer is the same as later ones. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
