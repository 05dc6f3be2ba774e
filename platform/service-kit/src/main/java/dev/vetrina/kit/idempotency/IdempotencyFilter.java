package dev.vetrina.kit.idempotency;

import dev.vetrina.kit.security.Caller;
import io.quarkus.arc.NoClassInterceptors;
import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;

/**
 * Reads key and raw body of a request before it is bound. {@link Idempotent} names the resource methods that this filter is
 * for, and would also have the filter's own methods intercepted, were they not excepted.
 */
@IfBuildProperty(name = "vetrina.database", stringValue = "true", enableIfMissing = true)
@Provider
@Idempotent
class IdempotencyFilter implements ContainerRequestFilter, ReaderInterceptor {

    private final IdempotentRequest request;
    private final Caller caller;

    IdempotencyFilter(IdempotentRequest request, Caller caller) {
        this.request = request;
        this.caller = caller;
    }

    @Override
    @NoClassInterceptors
    public void filter(ContainerRequestContext context) {
        request.begin(
                caller.subject(),
                context.getMethod(),
                context.getUriInfo().getPath(),
                context.getUriInfo().getRequestUri().getRawQuery(),
                context.getHeaderString("Idempotency-Key"));
    }

    @Override
    @NoClassInterceptors
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        byte[] body = context.getInputStream().readAllBytes();
        request.body(body);
        context.setInputStream(new ByteArrayInputStream(body));
        return context.proceed();
    }
}
