package dev.vetrina.gateway.web;

import io.netty.util.AsciiString;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;

/** Tells browsers what not to make of an answer, and when it was made, whoever it is that answers. */
@Singleton
public class SecurityHeaders {

    private static final CharSequence TYPE_OPTIONS = HttpHeaders.createOptimized("X-Content-Type-Options");
    private static final CharSequence REFERRER = HttpHeaders.createOptimized("Referrer-Policy");
    private static final CharSequence CONTENT_POLICY = HttpHeaders.createOptimized("Content-Security-Policy");
    private static final CharSequence TRANSPORT = HttpHeaders.createOptimized("Strict-Transport-Security");
    private static final CharSequence NO_SNIFF = HttpHeaders.createOptimized("nosniff");
    private static final CharSequence NO_REFERRER = HttpHeaders.createOptimized("no-referrer");
    private static final CharSequence NO_STORE = HttpHeaders.createOptimized("no-store");
    private static final CharSequence ONE_YEAR = HttpHeaders.createOptimized("max-age=31536000");
    /** Answers of the API are data: a browser that is led to one shows it, and loads or runs nothing. */
    private static final CharSequence DATA =
            HttpHeaders.createOptimized("default-src 'none'; frame-ancestors 'none'; base-uri 'none'");
    /** The page for people has its own scripts, of which some stand in the page itself, and asks this API alone. */
    private static final CharSequence PAGE = HttpHeaders.createOptimized(
            "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline';"
                    + " img-src 'self' data:; object-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'");

    /** Ours are set already, and who is behind the gateway is nobody's business. */
    private static final List<CharSequence> NOT_FROM_SERVICES = List.of(
            TYPE_OPTIONS,
            REFERRER,
            CONTENT_POLICY,
            TRANSPORT,
            HttpHeaders.SERVER,
            HttpHeaders.createOptimized("X-Powered-By"));

    private final Peers peers;
    private final AnswerDate date;

    SecurityHeaders(Peers peers, AnswerDate date) {
        this.peers = peers;
        this.date = date;
    }

    void route(@Observes Router router) {
        router.route().order(RouteOrder.SECURITY_HEADERS).handler(this::set);
    }

    private void set(RoutingContext routing) {
        HttpServerRequest request = routing.request();
        MultiMap headers = routing.response().headers();
        headers.set(HttpHeaders.DATE, date.now()).set(TYPE_OPTIONS, NO_SNIFF).set(REFERRER, NO_REFERRER);
        String path = request.path();
        headers.set(CONTENT_POLICY, path != null && path.startsWith("/docs") ? PAGE : DATA);
        if (peers.cameByTls(request)) {
            headers.set(TRANSPORT, ONE_YEAR);
        }
        routing.next();
    }

    /** What a service has answered to one caller is kept by no cache, unless the service says more precisely what may be. */
    public static void prepare(HttpServerRequest request, MultiMap answer) {
        NOT_FROM_SERVICES.forEach(answer::remove);
        if (isPersonal(request) && !answer.contains(HttpHeaders.CACHE_CONTROL)) {
            answer.set(HttpHeaders.CACHE_CONTROL, NO_STORE);
        }
    }

    /** Whether a header of a service's answer goes no further than here. */
    public static boolean isOurs(String name) {
        return NOT_FROM_SERVICES.stream().anyMatch(ours -> AsciiString.contentEqualsIgnoreCase(ours, name));
    }

    private static boolean isPersonal(HttpServerRequest request) {
        return request.headers().contains(HttpHeaders.AUTHORIZATION)
                || request.headers().contains("Session-Pass");
    }
}
