package dev.vetrina.gateway.web;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Health and metrics are for who runs the gateway: {@code /q/*} is not there for anybody else. What came through a proxy is from
 * outside, whatever address the proxy has, if it says whom it speaks for: one that does not must not pass {@code /q} on.
 */
@Singleton
class ManagementAccess {

    private final TrustedProxies operators;
    private final Refusals refusals;

    ManagementAccess(ManagementSettings settings, Refusals refusals) {
        this.operators = new TrustedProxies(settings.networks());
        this.refusals = refusals;
    }

    void route(@Observes Router router) {
        router.route("/q/*").order(RouteOrder.MANAGEMENT).handler(this::check);
    }

    private void check(RoutingContext routing) {
        HttpServerRequest request = routing.request();
        String peer = request.remoteAddress().hostAddress();
        boolean forwarded = request.headers().contains("X-Forwarded-For")
                || request.headers().contains("Forwarded");
        if (peer != null && !forwarded && operators.contains(peer)) {
            routing.next();
        } else {
            refusals.notThere(routing);
        }
    }
}
