package dev.vetrina.kit.http;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import java.time.Clock;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Tells the gateway until when the answer to a GET can be given to others. */
class FreshnessHeader {

    private final Freshness freshness;
    private final Clock clock;

    FreshnessHeader(Freshness freshness, Clock clock) {
        this.freshness = freshness;
        this.clock = clock;
    }

    @ServerResponseFilter
    public void tell(ContainerRequestContext request, ContainerResponseContext response) {
        if (HttpMethod.GET.equals(request.getMethod())) {
            Long unchanged = freshness.unchangedMillis(clock.instant());
            if (unchanged != null) {
                response.getHeaders().putSingle(Freshness.HEADER, unchanged);
            }
        }
    }
}
