package dev.vetrina.order.webhook;

import dev.vetrina.kit.http.Page;
import dev.vetrina.kit.http.PageParams;
import dev.vetrina.kit.problem.ProblemException;
import dev.vetrina.kit.security.Caller;
import dev.vetrina.kit.security.NeedsScope;
import dev.vetrina.kit.security.Roles;
import dev.vetrina.kit.security.Scopes;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

@Path("/v1/webhook-endpoints")
@RunOnVirtualThread
@RolesAllowed({Roles.BRAND, Roles.OPERATOR})
@NeedsScope(Scopes.WEBHOOKS_MANAGE)
@Tag(name = "Webhooks")
class EndpointResource {

    private final WebhookEndpoints webhooks;
    private final EndpointService service;
    private final Caller caller;

    EndpointResource(WebhookEndpoints webhooks, EndpointService service, Caller caller) {
        this.webhooks = webhooks;
        this.service = service;
        this.caller = caller;
    }

    @POST
    @ResponseStatus(201)
    @Operation(
            operationId = "createWebhookEndpoint",
            summary = "Be told of what happens, at a URL",
            description = "The answer is the only one that shows the secret with which messages are signed, by Standard"
                    + " Webhooks 1.0.0. A URL stands once for a brand: 409 `webhook-endpoint-exists`; and a brand has only"
                    + " so many: 409 `too-many-webhook-endpoints`. A URL that is not https, or has an address that is"
                    + " not public, is refused with 422; the address is looked at again at every attempt.")
    public CreatedEndpointView create(@NotNull @Valid EndpointRequest request) {
        UUID brandId = brand(request.brandId());
        caller.requireBrand(brandId);
        var made = webhooks.register(brandId, request.wish(), caller.subject());
        return new CreatedEndpointView(made.endpoint().id(), made.endpoint().version(), made.endpoint(), made.secret());
    }

    private UUID brand(@Nullable UUID named) {
        if (named != null) {
            return named;
        }
        return caller.brandId().orElseThrow(() -> ProblemException.invalid("brandId", "must say which brand's"));
    }

    @GET
    @Operation(
            operationId = "listWebhookEndpoints",
            summary = "Webhook endpoints, oldest first",
            description = "A brand's own; for an operator everybody's, or those of `brandId`.")
    public Page<EndpointView> list(
            @Valid @BeanParam PageParams page,
            @Parameter(description = "Only those of this brand") @QueryParam("brandId") @Nullable UUID brandId) {
        UUID shown = caller.is(Roles.OPERATOR) ? brandId : brand(brandId);
        if (shown != null) {
            caller.requireBrand(shown);
        }
        return Page.byId(service.list(shown, page), page, EndpointView::id, endpoint -> endpoint);
    }

    @GET
    @Path("/{id}")
    @Operation(
            operationId = "getWebhookEndpoint",
            summary = "One webhook endpoint",
            description = "Without its secret. One that is disabled says why and since when.")
    public EndpointView get(@PathParam("id") UUID id) {
        return service.get(id, caller);
    }

    @PUT
    @Path("/{id}")
    @Operation(
            operationId = "changeWebhookEndpoint",
            summary = "Change a webhook endpoint; If-Match is the ETag last read",
            description =
                    "What waits or is tried again goes to the new URL. Other types count for what happens from now"
                            + " on.")
    public EndpointView change(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid ChangeEndpointRequest request) {
        return service.change(id, ifMatch, request.wish(), caller);
    }

    @DELETE
    @Path("/{id}")
    @Operation(
            operationId = "deleteWebhookEndpoint",
            summary = "Delete a webhook endpoint; If-Match is the ETag last read",
            description =
                    "With its secrets and deliveries. What waits is not sent; what is under way may still arrive.")
    public void delete(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        service.delete(id, ifMatch, caller);
    }

    @POST
    @Path("/{id}/rotate-secret")
    @Operation(
            operationId = "rotateWebhookSecret",
            summary = "Sign with a new secret",
            description = "For 24 hours, or as long as is asked for, every message carries two signatures, of the new"
                    + " secret and of the one before: change it at your side meanwhile. Not more than five sign at once: 409"
                    + " `too-many-webhook-secrets`.")
    public SecretView rotate(@PathParam("id") UUID id, @NotNull @Valid RotateSecretRequest request) {
        return service.rotate(id, request.overlap(), caller);
    }

    @POST
    @Path("/{id}/enable")
    @Operation(
            operationId = "enableWebhookEndpoint",
            summary = "Send to a disabled endpoint again",
            description =
                    "What happened from now on. What came while it was disabled, and what had failed before, is sent"
                            + " by a replay. Succeeds too when it is enabled.")
    public EndpointView enable(@PathParam("id") UUID id) {
        return service.enable(id, caller);
    }

    @POST
    @Path("/{id}/disable")
    @Operation(
            operationId = "disableWebhookEndpoint",
            summary = "Send nothing to an endpoint for now",
            description =
                    "What waits for it is cancelled; messages are stored meanwhile, for a replay. Succeeds too when it"
                            + " is disabled, and keeps the first reason.")
    public EndpointView disable(@PathParam("id") UUID id) {
        return service.disable(id, caller);
    }

    @POST
    @Path("/{id}/test")
    @ResponseStatus(202)
    @Operation(
            operationId = "testWebhookEndpoint",
            summary = "Send a test message to an endpoint",
            description =
                    "A message `endpoint.test` to this endpoint alone, signed and repeated as any other: its delivery"
                            + " is in `/v1/webhook-deliveries?messageId=`. 409 `webhook-endpoint-disabled` where it is disabled.")
    public TestMessageView test(@PathParam("id") UUID id) {
        return new TestMessageView(service.test(id, caller));
    }
}
