package dev.vetrina.gateway.cache;

import dev.vetrina.gateway.web.RequestBodies;
import io.netty.util.AsciiString;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tells the questions that everybody gets the same answer to. */
public final class PublicReads {

    /** Whatever may say who asks. */
    private static final List<CharSequence> CREDENTIALS = List.of(
            HttpHeaders.AUTHORIZATION,
            HttpHeaders.COOKIE,
            AsciiString.cached("proxy-authorization"),
            AsciiString.cached("session-pass"));

    private static final String JSON = "application/json";

    private PublicReads() {}

    /** Empty for what is asked by somebody, or asks for something that is not kept. */
    static Optional<PublicRead> of(HttpServerRequest request) {
        if (!isAnonymous(request) || !takesJson(request)) {
            return Optional.empty();
        }
        return CacheableRoutes.route(request.path())
                .flatMap(route -> of(request, route.parameters(), route.switches(), route.template()));
    }

    /**
     * For a question that the gateway answers itself.
     *
     * @param known the parameters that it knows
     * @param template under which it is counted
     */
    public static Optional<PublicRead> ofAnonymous(HttpServerRequest request, Set<String> known, String template) {
        return isAnonymous(request) && takesJson(request) ? of(request, known, true, template) : Optional.empty();
    }

    private static Optional<PublicRead> of(
            HttpServerRequest request, Set<String> known, boolean switches, String template) {
        String query = request.query();
        String language = request.headers().get(HttpHeaders.ACCEPT_LANGUAGE);
        String spoken = language == null ? "" : language;
        if (query == null || query.isEmpty()) {
            return Optional.of(new PublicRead(request.path(), switches, spoken, template));
        }
        return CanonicalQuery.of(query, known)
                .map(canonical -> new PublicRead(request.path() + '?' + canonical, switches, spoken, template));
    }

    private static boolean isAnonymous(HttpServerRequest request) {
        MultiMap headers = request.headers();
        for (CharSequence credential : CREDENTIALS) {
            if (headers.contains(credential)) {
                return false;
            }
        }
        return RequestBodies.isNone(request);
    }

    private static boolean takesJson(HttpServerRequest request) {
        String accept = request.headers().get(HttpHeaders.ACCEPT);
        return accept == null || accept.contains(JSON) || accept.contains("*/*");
    }
}
