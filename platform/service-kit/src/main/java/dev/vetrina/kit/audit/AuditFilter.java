package dev.vetrina.kit.audit;

import dev.vetrina.kit.http.Identified;
import dev.vetrina.kit.http.RequestIds;
import dev.vetrina.kit.problem.ProblemException;
import dev.vetrina.kit.security.Caller;
import dev.vetrina.kit.security.Roles;
import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.annotation.Priority;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.logging.Logger;

/** Sees every operation after it was authorised and before it begins, and again with its answer. */
@IfBuildProperty(name = "vetrina.database", stringValue = "true", enableIfMissing = true)
@Provider
@Priority(Priorities.AUTHORIZATION + 100)
class AuditFilter implements ContainerRequestFilter, ContainerResponseFilter {

    private static final Logger LOG = Logger.getLogger(AuditFilter.class);
    private static final String ENTRY = AuditFilter.class.getName();
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final List<String> RECORDED_ROLES = List.of(Roles.OPERATOR, Roles.FINANCE);
    private static final int FORBIDDEN = 403;
    private static final int LONGEST_PATH = 500;
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final AuditEntries entries;
    private final AuditCompletion completion;
    private final ResourceInfo resource;
    private final Caller caller;

    AuditFilter(AuditEntries entries, AuditCompletion completion, ResourceInfo resource, Caller caller) {
        this.entries = entries;
        this.completion = completion;
        this.resource = resource;
        this.caller = caller;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        recorded(request).ifPresent(audited -> {
            try {
                request.setProperty(ENTRY, entries.begin(audited));
            } catch (SQLException e) {
                LOG.errorf(e, "Refused, since it could not be recorded: %s", audited);
                throw ProblemException.unavailable(
                        "temporarily-unavailable", "It could not be recorded, so it was not done.", RETRY_AFTER);
            }
        });
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getProperty(ENTRY) instanceof UUID entry) {
            UUID created = response.getEntity() instanceof Identified identified ? identified.id() : null;
            completion.complete(entry, response.getStatus(), created);
        } else if (response.getStatus() == FORBIDDEN) {
            // Its role or its scope did not suffice: what was forbidden never came by on its way in.
            recorded(request).ifPresent(completion::refused);
        }
    }

    /** What everybody may do takes no rights, and is nobody's action in particular. */
    private Optional<AuditedRequest> recorded(ContainerRequestContext request) {
        Method method = READING.contains(request.getMethod()) ? null : resource.getResourceMethod();
        if (method == null || method.isAnnotationPresent(PermitAll.class)) {
            return Optional.empty();
        }
        return RECORDED_ROLES.stream().filter(caller::is).findFirst().map(role -> audited(request, method, role));
    }

    private AuditedRequest audited(ContainerRequestContext request, Method method, String role) {
        Operation operation = method.getAnnotation(Operation.class);
        String path =
                request.getMethod() + " " + request.getUriInfo().getRequestUri().getPath();
        return new AuditedRequest(
                caller.subject(),
                role,
                operation == null ? method.getName() : operation.operationId(),
                path.substring(0, Math.min(path.length(), LONGEST_PATH)),
                request.getUriInfo().getPathParameters().values().stream()
                        .flatMap(List::stream)
                        .toList(),
                RequestIds.of(request));
    }
}
