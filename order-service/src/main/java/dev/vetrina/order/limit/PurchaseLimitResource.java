package dev.vetrina.order.limit;

import dev.vetrina.kit.security.NeedsScope;
import dev.vetrina.kit.security.Roles;
import dev.vetrina.kit.security.Scopes;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

@Path("/v1/purchase-limits/{variantId}")
@RunOnVirtualThread
@Tag(name = "Purchase limits")
class PurchaseLimitResource {

    private final PurchaseLimitService limits;

    PurchaseLimitResource(PurchaseLimitService limits) {
        this.limits = limits;
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "getPurchaseLimit",
            summary = "How many units of a variant one customer may buy",
            description = "404 if the variant has no limit.")
    public PurchaseLimitView get(@PathParam("variantId") UUID variantId) {
        return limits.get(variantId);
    }

    @PUT
    @RolesAllowed({Roles.BRAND, Roles.OPERATOR})
    @NeedsScope(Scopes.INVENTORY_WRITE)
    @Operation(
            operationId = "putPurchaseLimit",
            summary = "Limit how many units of a variant one customer may buy",
            description =
                    "Takes effect within a second. What counts are the units that the customer holds unpaid or has bought since"
                            + " the variant has a limit; what is cancelled or expires is given back. The first PUT needs no"
                            + " `If-Match`, every later one does. An order above it is refused with 409"
                            + " `purchase-limit-reached`.")
    public PurchaseLimitView put(
            @PathParam("variantId") UUID variantId,
            @HeaderParam("If-Match") @Nullable @Size(max = 100) String ifMatch,
            @NotNull @Valid PurchaseLimitRequest request) {
        return limits.put(variantId, request, ifMatch);
    }

    @DELETE
    @RolesAllowed({Roles.BRAND, Roles.OPERATOR})
    @ResponseStatus(204)
    @NeedsScope(Scopes.INVENTORY_WRITE)
    @Operation(
            operationId = "deletePurchaseLimit",
            summary = "Lift the limit",
            description = "Succeeds, too, when there is none.")
    public void delete(
            @PathParam("variantId") UUID variantId,
            @HeaderParam("If-Match") @Nullable @Size(max = 100) String ifMatch) {
        limits.delete(variantId, ifMatch);
    }
}
