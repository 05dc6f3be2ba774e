package dev.vetrina.gateway.web;

import dev.vetrina.kit.id.Ids;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/** Gives every request an id and every answer that id and the trace, whoever it is that answers. */
@Singleton
public class RequestHeaders {

    public static final String REQUEST_ID = "X-Request-Id";
    public static final String TRACE_PARENT = "traceparent";
    private static final String TRACE_ID = "traceId";
    private static final Pattern ACCEPTABLE_ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    void route(@Observes Router router) {
        router.route().order(RouteOrder.REQUEST_ID).handler(RequestHeaders::identify);
        router.route().order(RouteOrder.NAMED_IN_LOGS).handler(request -> {
            nameInLogs(request);
            request.next();
        });
    }

    /** The id under which this request is found in the logs of every service that it passes. */
    public static String idOf(RoutingContext request) {
        return request.get(REQUEST_ID);
    }

    /** What a request that the gateway makes for this one is found by, in logs and among the traces. */
    public static MultiMap passedOn(RoutingContext request) {
        return MultiMap.caseInsensitiveMultiMap()
                .set(REQUEST_ID, idOf(request))
                .set(TRACE_PARENT, request.request().getHeader(TRACE_PARENT));
    }

    /**
     * What is logged from here on has both ids. A request for which a service is asked is named anyway; of one that is answered from
     * a copy nothing is logged, and there it would be a twentieth of the work.
     */
    public static void nameInLogs(RoutingContext request) {
        MDC.put("requestId", idOf(request));
        MDC.put("traceId", request.<String>get(TRACE_ID));
    }

    private static void identify(RoutingContext request) {
        String id = acceptedOrNew(request.request().getHeader(REQUEST_ID));
        request.put(REQUEST_ID, id);
        request.response().putHeader(REQUEST_ID, id);
        TraceParent trace = TraceParent.of(request.request());
        trace.pass(request.request());
        request.put(TRACE_ID, trace.traceId());
        request.response().putHeader(TRACE_PARENT, trace.header());
        request.next();
    }

    private static String acceptedOrNew(@Nullable String given) {
        return given != null && ACCEPTABLE_ID.matcher(given).matches()
                ? given
                : Ids.next().toString();
    }
}
