package dev.vetrina.gateway.connection;

import dev.vetrina.gateway.web.Refusals;
import dev.vetrina.gateway.web.RouteOrder;
import dev.vetrina.kit.problem.ProblemException;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jspecify.annotations.Nullable;

/**
 * What {@link RequestGuard} does for requests of HTTP/1, as far as those of HTTP/2 need it: their codec bounds their sizes, and frames
 * them in one way only, but knows no time.
 */
@ApplicationScoped
class Http2Requests {

    /** Of RFC 9113: the stream is not needed any more. */
    private static final long CANCEL = 8;

    private final ConnectionSettings settings;
    private final Refusals refusals;

    Http2Requests(ConnectionSettings settings, Refusals refusals) {
        this.settings = settings;
        this.refusals = refusals;
    }

    void route(@Observes Router router) {
        router.route().order(RouteOrder.HTTP2).handler(this::check);
    }

    private void check(RoutingContext routing) {
        HttpServerRequest request = routing.request();
        if (request.version() != HttpVersion.HTTP_2) {
            routing.next();
            return;
        }
        ProblemException fault = fault(request);
        if (fault != null) {
            refusals.refuse(routing, fault);
            return;
        }
        endInTime(routing);
        routing.next();
    }

    private static @Nullable ProblemException fault(HttpServerRequest request) {
        ProblemException ofMethod = RequestRules.faultOfMethod(request.method().name());
        return ofMethod == null && request.uri().indexOf('#') >= 0 ? RequestRules.fragment() : ofMethod;
    }

    /** A stream is reset rather than answered. What of it is on its way to a service ends there by {@code response-timeout}. */
    private void endInTime(RoutingContext routing) {
        long timer = routing.vertx().setTimer(settings.bodyTimeout().toMillis(), late -> {
            if (!routing.request().isEnded()) {
                routing.response().reset(CANCEL);
            }
        });
        routing.addEndHandler(answered -> {
            // A body may still be under way after the answer.
            if (answered.failed() || routing.request().isEnded()) {
                routing.vertx().cancelTimer(timer);
            }
        });
    }
}
