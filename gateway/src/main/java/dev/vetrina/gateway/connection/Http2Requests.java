package dev.vetrina.gateway.connection;

import dev.vetrina.gateway.web.Refusals;
import dev.vetrina.gateway.web.RouteOrder;
import dev.vetrina.kit.problem.ProblemException;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/**
 * What {@link RequestGuard} does for requests of HTTP/1, as far as those of HTTP/2 need it: their codec bounds their sizes, and frames
 * them in one way only, but knows no time.
 */
@Singleton
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
        router.route()
                .method(HttpMethod.POST)
                .method(HttpMethod.PUT)
                .method(HttpMethod.PATCH)
                .method(HttpMethod.DELETE)
                .order(RouteOrder.HTTP2_BODY)
                .handler(this::endInTime);
    }

    private void check(RoutingContext routing) {
        HttpServerRequest request = routing.request();
        ProblemException fault = isHttp2(request) ? fault(request) : null;
        if (fault == null) {
            routing.next();
        } else {
            refusals.refuse(routing, fault);
        }
    }

    private static @Nullable ProblemException fault(HttpServerRequest request) {
        ProblemException ofMethod = RequestRules.faultOfMethod(request.method().name());
        if (ofMethod != null) {
            return ofMethod;
        }
        return request.uri().indexOf('#') >= 0
                ? RequestRules.fragment()
                : RequestRules.faultOfValues(request.headers());
    }

    /**
     * Of whoever may ask so much, and for what may have a body: any other costs its stream alone. A stream is reset rather than
     * answered; what of it is on its way to a service ends there by {@code response-timeout}.
     */
    private void endInTime(RoutingContext routing) {
        HttpServerRequest request = routing.request();
        if (isHttp2(request)) {
            HttpServerResponse response = request.response();
            long timer = routing.vertx().setTimer(settings.bodyTimeout().toMillis(), late -> {
                if (!request.isEnded()) {
                    response.reset(CANCEL);
                }
            });
            routing.addEndHandler(answered -> {
                // A body may still be under way after the answer.
                if (response.closed() || request.isEnded()) {
                    routing.vertx().cancelTimer(timer);
                }
            });
        }
        routing.next();
    }

    private static boolean isHttp2(HttpServerRequest request) {
        return request.version() == HttpVersion.HTTP_2;
    }
}
