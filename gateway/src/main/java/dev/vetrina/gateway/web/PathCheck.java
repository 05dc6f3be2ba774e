package dev.vetrina.gateway.web;

import dev.vetrina.kit.problem.ProblemException;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/**
 * Refuses URLs that a service might read as another path than the one that was routed here, and characters that no service
 * can store.
 */
@Singleton
class PathCheck {

    private final Refusals refusals;

    PathCheck(Refusals refusals) {
        this.refusals = refusals;
    }

    void route(@Observes Router router) {
        router.route().order(RouteOrder.PATH).handler(this::check);
    }

    private void check(RoutingContext request) {
        if (request.request().uri().contains("%00")) {
            refusals.refuse(
                    request, ProblemException.malformed("invalid-character", "The URL contains the character U+0000."));
        } else if (isPlain(request.request().path())) {
            request.next();
        } else {
            refusals.refuse(
                    request, ProblemException.malformed("malformed-path", "The path cannot be read in one way only."));
        }
    }

    static boolean isPlain(String path) {
        return hasNothingToDoubt(path) || isPlainWhenDecoded(path);
    }

    /** Nearly every path: taking one apart costs as much as finding its route. */
    private static boolean hasNothingToDoubt(String path) {
        char before = '/';
        for (int i = 0; i < path.length(); i++) {
            char here = path.charAt(i);
            if (here == '%' || here == '\\' || here == ';' || (here == '.' && before == '/')) {
                return false;
            }
            before = here;
        }
        return true;
    }

    private static boolean isPlainWhenDecoded(String path) {
        String decoded;
        try {
            decoded = URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return false;
        }
        if (decoded.indexOf('\\') >= 0) {
            return false;
        }
        for (String segment : decoded.split("/", -1)) {
            String name = segment.replaceFirst(";.*", "");
            if (name.equals(".") || name.equals("..")) {
                return false;
            }
        }
        return true;
    }
}
