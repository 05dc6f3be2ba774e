package dev.vetrina.kit.http;

import dev.vetrina.kit.problem.ProblemException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import java.util.Optional;
import org.jboss.logging.MDC;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** The headers that every answer carries: request id, trace, entity tag and location. */
class ConventionHeaders {

    @ServerRequestFilter(preMatching = true)
    public void identify(ContainerRequestContext request) {
        String id = RequestIds.of(request.getHeaderString(RequestIds.HEADER));
        request.setProperty(RequestIds.HEADER, id);
        MDC.put("requestId", id);
        if (request.getUriInfo().getRequestUri().toString().contains("%00")) {
            throw ProblemException.malformed("invalid-character", "The URL contains the character U+0000.");
        }
    }

    @ServerResponseFilter
    public void describe(ContainerRequestContext request, ContainerResponseContext response) {
        var headers = response.getHeaders();
        Optional.ofNullable(request.getProperty(RequestIds.HEADER))
                .ifPresent(id -> headers.putSingle(RequestIds.HEADER, id));
        RequestIds.traceparent().ifPresent(trace -> headers.putSingle("traceparent", trace));
        if (response.getEntity() instanceof Versioned versioned) {
            headers.putSingle("ETag", Preconditions.etag(versioned.version()));
        }
        boolean made = response.getStatus() == 201 || response.getStatus() == 202;
        if (made && response.getEntity() instanceof Identified created) {
            headers.putSingle("Location", request.getUriInfo().getRequestUri().getPath() + "/" + created.id());
        }
    }
}
