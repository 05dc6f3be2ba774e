package dev.vetrina.kit.audit;

import dev.vetrina.kit.http.Page;
import dev.vetrina.kit.http.PageParams;
import dev.vetrina.kit.problem.ProblemException;
import dev.vetrina.kit.security.Roles;
import io.quarkus.arc.properties.IfBuildProperty;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.sql.SQLException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@IfBuildProperty(name = "vetrina.database", stringValue = "true", enableIfMissing = true)
@Path("/v1/operations/{service}/audit-entries")
@RolesAllowed(Roles.OPERATOR)
@RunOnVirtualThread
@Tag(name = "Operations")
class AuditResource {

    private final AuditEntries entries;
    private final String service;

    AuditResource(AuditEntries entries, @ConfigProperty(name = "quarkus.application.name") String service) {
        this.entries = entries;
        this.service = service;
    }

    @GET
    @Operation(
            operationId = "listAuditEntries",
            summary = "What operators and finance have done in a service",
            description = "The latest first: every operation that changes something and was called with one of these"
                    + " roles, refused ones included. An entry is written before the operation begins and completed once"
                    + " with its outcome; it is kept for two years and cannot be changed. What was sent is not in it.")
    public Page<AuditEntryView> list(
            @PathParam("service") String asked, @Valid @BeanParam AuditQuery query, @Valid @BeanParam PageParams page)
            throws SQLException {
        if (!service.equals(asked)) {
            throw ProblemException.notFound("service", asked);
        }
        return Page.byId(
                entries.list(query, page.after().orElse(null), page.rows()), page, AuditEntryView::id, entry -> entry);
    }
}
