package dev.vetrina.order.partner;

import dev.vetrina.kit.http.Page;
import dev.vetrina.kit.http.PageParams;
import dev.vetrina.kit.idempotency.Idempotent;
import dev.vetrina.kit.idempotency.IdempotentRequest;
import dev.vetrina.kit.security.Caller;
import dev.vetrina.kit.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.HexFormat;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

@Path("/v1/partner-clients")
@RunOnVirtualThread
@RolesAllowed(Roles.OPERATOR)
@Tag(name = "Partners")
class PartnerClientResource {

    private final PartnerOnboarding onboarding;
    private final PartnerClients clients;
    private final Caller caller;
    private final IdempotentRequest key;

    PartnerClientResource(PartnerOnboarding onboarding, PartnerClients clients, Caller caller, IdempotentRequest key) {
        this.onboarding = onboarding;
        this.clients = clients;
        this.caller = caller;
        this.key = key;
    }

    @POST
    @Idempotent(Idempotent.Mode.LEASE)
    @ResponseStatus(201)
    @Operation(
            operationId = "createPartnerClient",
            summary = "Give a brand's system an account",
            description =
                    "Makes a confidential client at the identity provider, with the role `brand`, the brand and the scopes,"
                            + " and, if asked, a webhook endpoint. The secrets are shown in this answer alone: a repeat under the"
                            + " same key tells everything else. 409 `brand-suspended`; 503 `onboarding-not-configured` names the"
                            + " setting that is missing.")
    public NewPartnerClientView create(@NotNull @Valid PartnerClientRequest request) {
        return onboarding.onboard(HexFormat.of().formatHex(key.id()), request, caller.subject());
    }

    @GET
    @Operation(
            operationId = "listPartnerClients",
            summary = "Partners' accounts, oldest first",
            description = "Also those that are revoked, and those that were begun and never finished.")
    public Page<PartnerClientView> list(
            @Valid @BeanParam PageParams page,
            @Parameter(description = "Only those of this brand") @QueryParam("brandId") @Nullable UUID brandId) {
        return clients.list(brandId, page);
    }

    @GET
    @Path("/{id}")
    @Operation(
            operationId = "getPartnerClient",
            summary = "One partner's account",
            description = "Without its secret, which only the identity provider has.")
    public PartnerClientView get(@PathParam("id") UUID id) {
        return clients.get(id);
    }

    @POST
    @Path("/{id}/rotate-secret")
    @Operation(
            operationId = "rotatePartnerClientSecret",
            summary = "Give a partner's account a new secret",
            description = "The one before is void at once; tokens that it was given live for five minutes at most.")
    public ClientSecretView rotateSecret(@PathParam("id") UUID id) {
        return onboarding.renewSecret(id);
    }

    @POST
    @Path("/{id}/revoke")
    @Operation(
            operationId = "revokePartnerClient",
            summary = "Take a partner's account away",
            description =
                    "Also one that is not finished. Succeeds too when it was revoked already. Its webhook endpoint"
                            + " stays: it is the brand's.")
    public PartnerClientView revoke(@PathParam("id") UUID id) {
        return onboarding.revoke(id);
    }
}
