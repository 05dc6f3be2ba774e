package dev.vetrina.kit.http;

import dev.vetrina.kit.id.Ids;
import dev.vetrina.kit.problem.ProblemException;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** The headers that every answer carries: request id, trace, entity tag and location. */
class ConventionHeaders {

    private static final String REQUEST_ID = "X-Request-Id";
    private static final Pattern ACCEPTABLE_ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    @ServerRequestFilter(preMatching = true)
    public void identify(ContainerRequestContext request) {
        String id = Optional.ofNullable(request.getHeaderString(REQUEST_ID))
                .filter(given -> ACCEPTABLE_ID.matcher(given).matches())
                .orElseGet(() -> Ids.next().toString());
        request.setProperty(REQUEST_ID, id);
        MDC.put("requestId", id);
        if (request.getUriInfo().getRequestUri().toString().contains("%00")) {
            throw ProblemException.malformed("invalid-character", "The URL contains the character U+0000.");
        }
    }

    @ServerResponseFilter
    public void describe(ContainerRequestContext request, ContainerResponseContext response) {
        var headers = response.getHeaders();
        Optional.ofNullable(request.getProperty(REQUEST_ID)).ifPresent(id -> headers.putSingle(REQUEST_ID, id));
        SpanContext span = Span.current().getSpanContext();
        if (span.isValid()) {
            headers.putSingle(
                    "traceparent",
                    "00-" + span.getTraceId() + "-" + span.getSpanId() + "-"
                            + span.getTraceFlags().asHex());
        }
        if (response.getEntity() instanceof Versioned versioned) {
            headers.putSingle("ETag", Preconditions.etag(versioned.version()));
        }
        if (response.getStatus() == 201 && response.getEntity() instanceof Identified created) {
            headers.putSingle("Location", request.getUriInfo().getRequestUri().getPath() + "/" + created.id());
        }
    }
}
