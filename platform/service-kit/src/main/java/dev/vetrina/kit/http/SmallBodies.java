package dev.vetrina.kit.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jspecify.annotations.Nullable;

/**
 * Reads a small body whole before the request is given to a thread of its own. Otherwise that thread starts, waits for the
 * body and is woken again twice, which took a sixth of order-service's time; and it would wait for a slow client.
 */
@ApplicationScoped
class SmallBodies {

    private static final int MAX_BYTES = 64 * 1024;

    /** After Quarkus's own filters, and after the gateway's proxy, which answers what it passes on; before the resources. */
    private static final int ORDER = 100;

    void route(@Observes Router router) {
        router.route("/v1/*").order(ORDER).handler(SmallBodies::read);
    }

    private static void read(RoutingContext routing) {
        HttpServerRequest request = routing.request();
        // Whoever waits to be told to go on is told so by whoever reads the body otherwise; and a request of HTTP/2
        // that was read
        // whole cannot be paused any more, which Quarkus does.
        boolean comes = !request.isEnded()
                && request.version() != HttpVersion.HTTP_2
                && request.getHeader(HttpHeaders.EXPECT) == null;
        if (comes && isSmall(request.getHeader(HttpHeaders.CONTENT_LENGTH))) {
            request.bodyHandler(body -> {
                ((RoutingContextInternal) routing).setBody(body);
                routing.next();
            });
            request.resume();
        } else {
            routing.next();
        }
    }

    /** One whose length is not said is left to whoever reads it, within its limits. */
    private static boolean isSmall(@Nullable String length) {
        return length != null && length.matches("[1-9][0-9]{0,5}") && Integer.parseInt(length) <= MAX_BYTES;
    }
}
