package dev.vetrina.gateway.feed;

import dev.vetrina.gateway.web.Refusals;
import dev.vetrina.gateway.web.RouteOrder;
import dev.vetrina.kit.problem.ProblemException;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** {@code GET /v1/sessions/{id}/feed}: the one operation that the gateway answers itself. */
@Singleton
class FeedRoute {

    private final Channels channels;
    private final Refusals refusals;
    private final FeedSettings settings;
    private final FeedMetrics metrics;

    FeedRoute(Channels channels, Refusals refusals, FeedSettings settings, FeedMetrics metrics) {
        this.channels = channels;
        this.refusals = refusals;
        this.settings = settings;
        this.metrics = metrics;
    }

    void route(@Observes Router router) {
        router.get("/v1/sessions/:sessionId/feed").order(RouteOrder.FEED).handler(this::open);
    }

    private void open(RoutingContext routing) {
        try {
            FeedRequest request = FeedRequest.of(routing.pathParam("sessionId"), routing.request());
            // The identity check may have held the request back; its end tells nothing but that nobody is there.
            routing.request().resume();
            channels.arrive(new Viewer(routing, request, refusals, settings, metrics));
        } catch (ProblemException refusal) {
            refusals.refuse(routing, refusal);
        }
    }
}
