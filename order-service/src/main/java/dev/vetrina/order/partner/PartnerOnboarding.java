package dev.vetrina.order.partner;

import dev.vetrina.kit.problem.ProblemException;
import dev.vetrina.order.partner.PartnerClients.Activated;
import dev.vetrina.order.partner.PartnerClients.Begun;
import dev.vetrina.order.webhook.WebhookEndpoints;
import dev.vetrina.order.webhook.WebhookEndpoints.Registered;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Gives a brand's machine its account. The provider is asked between two transactions; wherever a run ends, the same request
 * again goes on from there.
 */
@ApplicationScoped
class PartnerOnboarding {

    private final PartnerClients clients;
    private final IdentityProvider provider;
    private final WebhookEndpoints webhooks;

    PartnerOnboarding(PartnerClients clients, IdentityProvider provider, WebhookEndpoints webhooks) {
        this.clients = clients;
        this.provider = provider;
        this.webhooks = webhooks;
    }

    /**
     * @param requestId hexadecimal form of the idempotency key's id
     * @throws ProblemException 404 or 409 for a brand that may not sell, 422 for a webhook that cannot be, 503 if the provider
     *     cannot be asked
     */
    NewPartnerClientView onboard(String requestId, PartnerClientRequest request, String operator) {
        KeycloakAdmin admin = provider.admin();
        Begun begun = clients.begin(requestId, request, operator);
        ClientGrant grant = begun.grant();
        if (begun.pending()) {
            orWithdraw(admin, grant, requestId, () -> check(request.webhook()));
        }
        String secret = admin.make(grant);
        Activated made = orWithdraw(admin, grant, requestId, () -> clients.activate(requestId, request, operator));
        Registered webhook = made.webhook();
        return new NewPartnerClientView(
                made.client().id(), made.client(), secret, webhook == null ? null : webhook.secret());
    }

    /** What is refused is refused as a whole; and whoever revoked it may have asked the provider before the client was there. */
    private <T> T orWithdraw(KeycloakAdmin admin, ClientGrant grant, String requestId, Supplier<T> step) {
        try {
            return step.get();
        } catch (ProblemException refusal) {
            admin.remove(grant.clientId());
            clients.forget(requestId);
            throw refusal;
        }
    }

    /** Returns whether one is wanted. */
    private boolean check(PartnerClientRequest.@Nullable Webhook wanted) {
        if (wanted != null) {
            webhooks.check(wanted.url(), wanted.eventTypes());
        }
        return wanted != null;
    }

    ClientSecretView renewSecret(UUID id) {
        String clientId = clients.inUse(id).clientId();
        String secret = provider.admin()
                .renewSecret(clientId)
                .orElseThrow(() -> ProblemException.conflict(
                        "partner-client-lost",
                        "The identity provider does not know the client any more: revoke it and make another."));
        return new ClientSecretView(clientId, secret);
    }

    /**
     * First here, then there: whoever is making it at the same moment finds that, and takes it away again. If the provider is away,
     * a repeat removes it.
     */
    PartnerClientView revoke(UUID id) {
        KeycloakAdmin admin = provider.admin();
        PartnerClientView revoked = clients.revoke(id);
        admin.remove(revoked.clientId());
        return revoked;
    }
}
