package dev.vetrina.gateway.page;

import dev.vetrina.gateway.identity.Bearer;
import dev.vetrina.gateway.proxy.ServiceAnswer;
import dev.vetrina.gateway.proxy.ServiceRead;
import dev.vetrina.gateway.proxy.ServiceReads;
import dev.vetrina.gateway.web.RequestHeaders;
import io.netty.util.AsciiString;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The questions of one page: with the credentials of whoever asked for it, or with none, and nothing else of its request. */
final class PartReads {

    private static final List<CharSequence> CREDENTIALS =
            List.of(HttpHeaders.AUTHORIZATION, AsciiString.cached("Session-Pass"));

    private final ServiceReads services;
    private final MultiMap headers;
    private final @Nullable Bearer bearer;
    private final long maxBytes;

    private PartReads(ServiceReads services, MultiMap headers, @Nullable Bearer bearer, long maxBytes) {
        this.services = services;
        this.headers = headers;
        this.bearer = bearer;
        this.maxBytes = maxBytes;
    }

    static PartReads ofNobody(ServiceReads services, RoutingContext page, long maxBytes) {
        return of(services, page, null, maxBytes);
    }

    private static PartReads of(ServiceReads services, RoutingContext page, @Nullable Bearer bearer, long maxBytes) {
        MultiMap headers = RequestHeaders.passedOn(page).set(HttpHeaders.ACCEPT, "application/json");
        return new PartReads(services, headers, bearer, maxBytes);
    }

    static PartReads ofCaller(ServiceReads services, RoutingContext page, long maxBytes) {
        PartReads reads = of(services, page, Bearer.of(page), maxBytes);
        for (CharSequence credential : CREDENTIALS) {
            String given = page.request().headers().get(credential);
            if (given != null) {
                reads.headers.set(credential, given);
            }
        }
        return reads;
    }

    boolean haveToken() {
        return headers.contains(HttpHeaders.AUTHORIZATION);
    }

    boolean areOfBrand() {
        return bearer != null && bearer.isBrand();
    }

    /** @param limit until the answer is complete */
    Future<ServiceAnswer> get(String uri, Duration limit) {
        return services.get(new ServiceRead(uri, headers, limit, maxBytes))
                .timeout(limit.toMillis(), TimeUnit.MILLISECONDS);
    }
}
