package dev.vetrina.kit.trial;

import dev.vetrina.kit.http.MaxBody;
import dev.vetrina.kit.http.Page;
import dev.vetrina.kit.http.PageParams;
import dev.vetrina.kit.idempotency.Idempotent;
import dev.vetrina.kit.problem.ProblemException;
import dev.vetrina.kit.security.NeedsScope;
import dev.vetrina.kit.security.Roles;
import dev.vetrina.kit.security.Scopes;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.OptimisticLockException;
import jakarta.transaction.RollbackException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

@Path("/v1/trials")
@RunOnVirtualThread
@Tag(name = "Trials")
class TrialResource {

    private final Trials trials;
    private final Gate gate;

    TrialResource(Trials trials, Gate gate) {
        this.trials = trials;
        this.gate = gate;
    }

    @GET
    @PermitAll
    @NeedsScope(Scopes.CATALOG_READ)
    @Operation(operationId = "listTrials", summary = "List the trials")
    public Page<TrialView> list(@Valid @BeanParam PageParams page) throws SQLException {
        return Page.byId(trials.list(page.after(), page.rows()), page, TrialView::id, trial -> trial);
    }

    @GET
    @Path("/{id}")
    @PermitAll
    @Operation(operationId = "getTrial", summary = "Read a trial")
    public TrialView get(@PathParam("id") UUID id) throws SQLException {
        return trials.find(id).orElseThrow(() -> ProblemException.notFound("trial", id));
    }

    @POST
    @RolesAllowed({Roles.CUSTOMER, Roles.OPERATOR})
    @Idempotent
    @ResponseStatus(201)
    @Operation(operationId = "createTrial", summary = "Create a trial")
    public TrialView create(@Valid @NotNull TrialRequest request) throws SQLException, InterruptedException {
        int quantity =
                request.lines().stream().mapToInt(TrialRequest.Line::quantity).sum();
        TrialView created = trials.create(request.name(), quantity);
        if (request.name().startsWith("gated")) {
            gate.pass();
        }
        if (request.name().startsWith("refused")) {
            throw ProblemException.conflict("trial-refused", "It was refused after it was written.");
        }
        return created;
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(operationId = "renameTrial", summary = "Rename a trial")
    public TrialView rename(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull TrialRequest request)
            throws SQLException {
        return trials.rename(id, ifMatch, request.name());
    }

    @POST
    @Path("/files")
    @MaxBody(mebibytes = 2)
    @Operation(operationId = "countBytes", summary = "Count the bytes of a file")
    public int count(InputStream file) throws IOException {
        return file.readAllBytes().length;
    }

    @GET
    @Path("/by-colour")
    @Operation(operationId = "listTrialsByColour", summary = "Nothing but parameters")
    public List<TrialView> byColour(
            @QueryParam("colour") TrialRequest.@Nullable Colour colour,
            @QueryParam("brandId") @Nullable UUID brandId,
            @QueryParam("name") @Size(max = 5) @Nullable String name) {
        return List.of();
    }

    @GET
    @Path("/failing/{how}")
    @Operation(hidden = true)
    public TrialView fail(@PathParam("how") String how) throws Exception {
        throw switch (how) {
            case "sql" -> new SQLException("ERROR: relation \"secret\" does not exist", "42P01");
            case "outage" -> new SQLTransientConnectionException("FATAL: the database system is shutting down");
            case "hidden-outage" -> hidden(new SQLException("terminating connection", "57P01"));
            case "stale-row" -> hidden(new OptimisticLockException("Trial#7"));
            case "duplicate" -> new IllegalStateException(new SQLException("duplicate key trial_name_key", "23505"));
            case "conflict" ->
                ProblemException.conflict("sold-out", "Nothing is left.").with("left", 0);
            default -> new IllegalStateException("dev.vetrina.Secret failed");
        };
    }

    /** As a transaction manager does it: the reason is neither the exception nor its cause. */
    private static Exception hidden(Exception reason) {
        RollbackException rolledBack = new RollbackException("ARJUNA016053: Could not commit transaction.");
        rolledBack.addSuppressed(reason);
        return rolledBack;
    }

    @GET
    @Path("/answering/{status}")
    @Operation(hidden = true)
    public Response answer(@PathParam("status") int status) {
        throw new jakarta.ws.rs.WebApplicationException("internal words", status);
    }
}
