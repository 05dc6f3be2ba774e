package dev.vetrina.gateway.health;

import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** {@code GET /health}: for load balancers that want one plain answer. */
@Singleton
class HealthRoute {

    void route(@Observes Router router) {
        router.get("/health").handler(request -> request.json(java.util.Map.of("status", "UP")));
    }
}
