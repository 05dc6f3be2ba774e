package dev.vetrina.kit.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.io.IOException;
import java.util.OptionalLong;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Bounds the body of every request, with a length declared or chunked. Quarkus's own limit would answer without a problem
 * document, and knows only one size for the whole service.
 */
class BodyLimits {

    static final int USUAL_BYTES = 1024 * 1024;

    @ServerRequestFilter
    public void limit(ContainerRequestContext request, ResourceInfo resource) throws IOException {
        OptionalLong declared = declaredLength(request);
        if (declared.isPresent() && declared.getAsLong() == 0) {
            return;
        }
        MaxBody own = resource.getResourceMethod().getAnnotation(MaxBody.class);
        long limit = own == null ? USUAL_BYTES : own.mebibytes() * 1024L * 1024L;
        if (declared.isPresent() ? declared.getAsLong() > limit : mayHaveBody(request)) {
            LimitedBody body = new LimitedBody(request.getEntityStream(), limit);
            if (declared.isPresent()) {
                throw body.refuse();
            }
            request.setEntityStream(body);
        }
    }

    private static boolean mayHaveBody(ContainerRequestContext request) {
        return !request.getMethod().equals("GET") && !request.getMethod().equals("HEAD");
    }

    private static OptionalLong declaredLength(ContainerRequestContext request) {
        String length = request.getHeaderString("Content-Length");
        return length == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(length));
    }
}
