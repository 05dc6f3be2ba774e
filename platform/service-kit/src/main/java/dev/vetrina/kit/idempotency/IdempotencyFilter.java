package dev.vetrina.kit.idempotency;

import dev.vetrina.kit.security.Caller;
import io.quarkus.arc.NoClassInterceptors;
import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;

/**
 * Reads key and raw body of a request before it is bound. {@link Idempotent} names the resource methods that this filter is
 * for, and would also have the filter's own method intercepted, were it not excepted. Not a {@code ReaderInterceptor}: for
 * one, the annotations of the method's parameters are parsed anew at every request.
 */
@IfBuildProperty(name = "vetrina.database", stringValue = "true", enableIfMissing = true)
@Provider
@Idempotent
class IdempotencyFilter implements ContainerRequestFilter {

    private final IdempotentRequest request;
    private final Caller caller;

    IdempotencyFilter(IdempotentRequest request, Caller caller) {
        this.request = request;
        this.caller = caller;
    }

    @Override
    @NoClassInterceptors
    public void filter(ContainerRequestContext context) throws IOException {
        request.begin(
                caller.subject(),
                context.getMethod(),
                context.getUriInfo().getPath(),
                context.getUriInfo().getRequestUri().getRawQuery(),
                context.getHeaderString("Idempotency-Key"));
        byte[] body = context.getEntityStream().readAllBytes();
        request.body(body);
        context.setEntityStream(new ByteArrayInputStream(body));
    }
}
