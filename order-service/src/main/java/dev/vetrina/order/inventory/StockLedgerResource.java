package dev.vetrina.order.inventory;

import dev.vetrina.kit.http.Page;
import dev.vetrina.kit.http.PageParams;
import dev.vetrina.kit.security.Caller;
import dev.vetrina.kit.security.NeedsScope;
import dev.vetrina.kit.security.Roles;
import dev.vetrina.kit.security.Scopes;
import dev.vetrina.order.stock.MovementReason;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What can be read behind the counters, and what is told of them. */
@Path("/v1")
@RunOnVirtualThread
@RolesAllowed({Roles.BRAND, Roles.OPERATOR})
@Tag(name = "Inventory")
class StockLedgerResource {

    private final InventoryService inventory;
    private final Movements movements;
    private final InventorySettings settings;
    private final Caller caller;

    StockLedgerResource(InventoryService inventory, Movements movements, InventorySettings settings, Caller caller) {
        this.inventory = inventory;
        this.movements = movements;
        this.settings = settings;
        this.caller = caller;
    }

    @GET
    @Path("/inventory/{variantId}/proof")
    @NeedsScope(Scopes.INVENTORY_READ)
    @Operation(
            operationId = "proveInventory",
            summary = "Counters, movements and orders of a variant at one moment, and whether they agree",
            description = "Read from one snapshot, at any time, also while it is sold.")
    public InventoryProof proof(@PathParam("variantId") UUID variantId) {
        return inventory.proof(variantId, caller);
    }

    @GET
    @Path("/inventory/{variantId}/movements")
    @NeedsScope(Scopes.INVENTORY_READ)
    @Operation(
            operationId = "listInventoryMovements",
            summary = "Every change of a variant's stock, newest first",
            description = "Never rewritten: their sums are the counters.")
    public Page<MovementView> movements(
            @PathParam("variantId") UUID variantId,
            @Valid @BeanParam PageParams page,
            @Parameter(description = "Only those for this reason") @QueryParam("reason") @Nullable
                    MovementReason reason,
            @Parameter(description = "Only those with this reference")
                    @QueryParam("reference")
                    @Size(max = 200)
                    @Nullable
                    String reference) {
        inventory.own(variantId, caller);
        long before = page.after().map(UUID::getLeastSignificantBits).orElse(Long.MAX_VALUE);
        return Page.byId(
                movements.before(before, variantId, reason == null ? null : reason.name(), reference, page.rows()),
                page,
                movement -> new UUID(0, movement.id()),
                movement -> movement);
    }

    @GET
    @Path("/inventory/{variantId}/settings")
    @NeedsScope(Scopes.INVENTORY_READ)
    @Operation(
            operationId = "getInventorySettings",
            summary = "When a brand is told of a variant's stock",
            description = "Version 0 and no threshold until they are first set.")
    public InventorySettingsView settings(@PathParam("variantId") UUID variantId) {
        inventory.own(variantId, caller);
        return settings.get(variantId);
    }

    @PUT
    @Path("/inventory/{variantId}/settings")
    @NeedsScope(Scopes.INVENTORY_WRITE)
    @Operation(
            operationId = "setInventorySettings",
            summary = "Set when a brand is told of a variant's stock",
            description =
                    "`stock.low` is told when a sale or an adjustment takes what is available to the threshold or below,"
                            + " once each time. If-Match is the settings' ETag: `\"0\"` before they were first set.")
    public InventorySettingsView settings(
            @PathParam("variantId") UUID variantId,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid InventorySettingsRequest request) {
        inventory.own(variantId, caller);
        return settings.put(variantId, request.lowStockThreshold(), ifMatch);
    }
}
