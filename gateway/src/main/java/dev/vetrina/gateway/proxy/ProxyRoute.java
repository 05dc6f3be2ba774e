package dev.vetrina.gateway.proxy;

import dev.vetrina.gateway.web.Metrics;
import dev.vetrina.gateway.web.Refusals;
import dev.vetrina.gateway.web.RouteOrder;
import dev.vetrina.kit.problem.ProblemException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Everything under {@code /v1} that the gateway does not answer itself: finds the service and the limits, then proxies. */
@Singleton
class ProxyRoute {

    private static final String IMPORTS = "/v1/catalog-imports";

    private final Proxy proxy;
    private final ProxySettings settings;
    private final Refusals refusals;

    ProxyRoute(Proxy proxy, ProxySettings settings, Refusals refusals) {
        this.proxy = proxy;
        this.settings = settings;
        this.refusals = refusals;
    }

    void route(@Observes Router router) {
        router.route("/v1/*").order(RouteOrder.PROXY).handler(this::pass);
    }

    private void pass(RoutingContext routing) {
        HttpServerRequest request = routing.request();
        request.pause();
        RoutingTable.route(request.path())
                .ifPresentOrElse(upstream -> pass(routing, upstream), () -> refusals.notThere(routing));
    }

    private void pass(RoutingContext routing, Upstream upstream) {
        HttpServerRequest request = routing.request();
        Metrics.countAs(RoutingTable.template(request.path()));
        boolean isImport = HttpMethod.POST.equals(request.method())
                && request.path().startsWith(IMPORTS)
                && request.path().replaceFirst("/+$", "").equals(IMPORTS);
        long maxBytes = isImport ? settings.maxImportBytes() : settings.maxBodyBytes();
        Duration timeout = isImport ? settings.importTimeout() : settings.responseTimeout();
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length != null && !atMost(length, maxBytes)) {
            refusals.refuse(routing, bodyTooLarge(maxBytes));
            return;
        }
        if (expectsContinue(request.getHeader(HttpHeaders.EXPECT))) {
            request.response().writeContinue();
        }
        proxy.pass(new Proxy.Passage(routing, upstream, maxBytes, timeout));
    }

    static ProblemException bodyTooLarge(long maxBytes) {
        return ProblemException.of(
                413, "body-too-large", "The body is larger than allowed", "At most " + maxBytes + " bytes are taken.");
    }

    private static boolean expectsContinue(@Nullable String expect) {
        return expect != null && expect.equalsIgnoreCase("100-continue");
    }

    private static boolean atMost(String length, long max) {
        try {
            return Long.parseLong(length) <= max;
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
