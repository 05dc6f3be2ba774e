package dev.vetrina.order.deal;

import dev.vetrina.kit.security.NeedsScope;
import dev.vetrina.kit.security.Roles;
import dev.vetrina.kit.security.Scopes;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.sql.SQLException;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/v1/deal-guardrails/{brandId}")
@RunOnVirtualThread
@RolesAllowed({Roles.BRAND, Roles.OPERATOR})
@Tag(name = "Deals")
class GuardrailResource {

    private final GuardrailService guardrails;

    GuardrailResource(GuardrailService guardrails) {
        this.guardrails = guardrails;
    }

    @GET
    @NeedsScope(Scopes.PROMOTIONS_WRITE)
    @Operation(
            operationId = "getDealGuardrails",
            summary = "What a brand allows the hosts of shows to do with its prices",
            description =
                    "With what its deals have used of its budgets. A brand without guardrails has an empty document of"
                            + " version 0, which allows everything.")
    public GuardrailView get(@PathParam("brandId") UUID brandId) throws SQLException {
        return guardrails.get(brandId);
    }

    @PUT
    @NeedsScope(Scopes.PROMOTIONS_WRITE)
    @Operation(
            operationId = "putDealGuardrails",
            summary = "Set a brand's guardrails for deals",
            description =
                    "Replaces the whole document. It holds for deals that are armed from then on; `If-Match` is required, `\"0\"`"
                            + " the first time.")
    public GuardrailView put(
            @PathParam("brandId") UUID brandId,
            @HeaderParam("If-Match") @Nullable @Size(max = 100) String ifMatch,
            @NotNull @Valid GuardrailRequest request)
            throws SQLException {
        return guardrails.put(brandId, request, ifMatch);
    }
}
