package dev.vetrina.gateway.web;

import dev.vetrina.kit.problem.ProblemException;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** Answers with a problem document what no route has answered, and what a route has failed to. */
@Singleton
class Unanswered {

    private static final Logger LOG = Logger.getLogger(Unanswered.class);

    private final Refusals refusals;

    Unanswered(Refusals refusals) {
        this.refusals = refusals;
    }

    void route(@Observes Router router) {
        router.route("/v1/*").order(RouteOrder.REQUEST_ID).failureHandler(this::fail);
        router.route().order(RouteOrder.UNANSWERED).handler(refusals::notThere);
    }

    private void fail(RoutingContext request) {
        RequestHeaders.nameInLogs(request);
        LOG.error("A request failed unexpectedly", request.failure());
        refusals.refuse(request, ProblemException.of(500, "internal-error", "Something went wrong on our side", null));
    }
}
