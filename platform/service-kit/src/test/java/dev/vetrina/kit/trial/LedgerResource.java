package dev.vetrina.kit.trial;

import dev.vetrina.kit.security.Caller;
import dev.vetrina.kit.security.NeedsScope;
import dev.vetrina.kit.security.Roles;
import dev.vetrina.kit.security.Scopes;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a partner may do if its token has the scope, and what it sees without. */
@Path("/v1/ledgers")
@RunOnVirtualThread
@RolesAllowed({Roles.CUSTOMER, Roles.BRAND, Roles.FINANCE, Roles.OPERATOR})
@NeedsScope(Scopes.FINANCE_READ)
@Tag(name = "Trials")
class LedgerResource {

    private final Caller caller;

    LedgerResource(Caller caller) {
        this.caller = caller;
    }

    @GET
    @Operation(operationId = "getLedger", summary = "With the scope of the class")
    public Map<String, Boolean> ledger() {
        return seen();
    }

    @POST
    @NeedsScope(Scopes.ORDERS_WRITE)
    @Operation(operationId = "writeLedger", summary = "With a scope of its own")
    public Map<String, Boolean> write() {
        return seen();
    }

    @GET
    @Path("/open")
    @PermitAll
    @NeedsScope(Scopes.CATALOG_READ)
    @Operation(operationId = "getOpenLedger", summary = "For everybody, and with more for a brand")
    public Map<String, Boolean> open() {
        return seen();
    }

    private Map<String, Boolean> seen() {
        return Map.of("brand", caller.brandId().isPresent());
    }
}
