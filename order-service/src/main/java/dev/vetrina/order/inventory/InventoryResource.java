package dev.vetrina.order.inventory;

import dev.vetrina.kit.idempotency.Idempotent;
import dev.vetrina.kit.idempotency.IdempotentRequest;
import dev.vetrina.kit.security.Caller;
import dev.vetrina.kit.security.NeedsScope;
import dev.vetrina.kit.security.Roles;
import dev.vetrina.kit.security.Scopes;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

@Path("/v1")
@RunOnVirtualThread
@RolesAllowed({Roles.BRAND, Roles.OPERATOR})
@Tag(name = "Inventory")
class InventoryResource {

    private final InventoryService inventory;
    private final Caller caller;
    private final IdempotentRequest key;

    InventoryResource(InventoryService inventory, Caller caller, IdempotentRequest key) {
        this.inventory = inventory;
        this.caller = caller;
        this.key = key;
    }

    @GET
    @Path("/inventory/{variantId}")
    @NeedsScope(Scopes.INVENTORY_READ)
    @Operation(
            operationId = "getInventory",
            summary = "Stock of a variant, by pool",
            description = "A brand sees that of its own variants. 404 `not-yet-visible` for a variant that is only just"
                    + " made: ask again.")
    public InventoryView get(@PathParam("variantId") UUID variantId) {
        return inventory.get(variantId, caller);
    }

    @POST
    @Path("/inventory/{variantId}/pools/{pool}/close")
    @NeedsScope(Scopes.INVENTORY_WRITE)
    @Operation(
            operationId = "closeInventoryPool",
            summary = "End a pool of its own",
            description =
                    "What is available in it goes to the shared pool, from which its buyers draw again; what it holds for"
                            + " unpaid orders is sold from it or follows. Succeeds too when it is closed already.")
    public InventoryView close(
            @PathParam("variantId") UUID variantId,
            @PathParam("pool") @Pattern(regexp = PoolName.PATTERN, message = PoolName.MESSAGE) String pool) {
        return inventory.closePool(variantId, pool, caller);
    }

    @POST
    @Path("/inventory-adjustments")
    @Idempotent(Idempotent.Mode.BY_HAND)
    @ResponseStatus(201)
    @NeedsScope(Scopes.INVENTORY_WRITE)
    @Operation(
            operationId = "adjustInventory",
            summary = "Change stock, all of the adjustments or none",
            description =
                    "Up to 500 adjustments, each by `delta` or `setAvailableTo`. 409 `out-of-stock` names in `items` every"
                            + " one for which less is available than is to be taken off. A pool that is empty stays set apart; close it"
                            + " to sell from the shared one.")
    public AdjustmentView adjust(@NotNull @Valid AdjustInventoryRequest request) {
        return inventory.adjust(request, caller, key);
    }

    @POST
    @Path("/inventory-transfers")
    @Idempotent(Idempotent.Mode.BY_HAND)
    @ResponseStatus(201)
    @NeedsScope(Scopes.INVENTORY_WRITE)
    @Operation(
            operationId = "transferInventory",
            summary = "Move stock between the pools of a variant, all of the transfers or none",
            description =
                    "Up to 500 transfers, made one after the other. 409 `out-of-stock` names in `items` every one for which"
                            + " too little is available.")
    public TransferView transfer(@NotNull @Valid TransferInventoryRequest request) {
        return inventory.transfer(request, caller, key);
    }
}
