package dev.vetrina.gateway.cache;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The GETs whose anonymous answers are kept, with the parameters they know: with any other a request is proxied, be it a ticket or
 * a number that changes with every request. Chat and timelines are not among them: what a moderator hides is hidden at once, and
 * by the timeline readers check that nothing is missing.
 */
final class CacheableRoutes {

    /** A route, and whether its answers have prices or stages. */
    record Route(List<String> segments, Set<String> parameters, boolean switches, String template) {

        private boolean matches(String[] path) {
            if (path.length != segments.size() + 1) {
                return false;
            }
            for (int i = 0; i < segments.size(); i++) {
                String segment = segments.get(i);
                boolean same = segment.equals(ANY) ? isName(path[i + 1]) : segment.equals(path[i + 1]);
                if (!same) {
                    return false;
                }
            }
            return true;
        }
    }

    private static final String ANY = "*";
    private static final int MAX_NAME = 64;

    private static final Map<String, List<Route>> BY_RESOURCE = Stream.of(
                    switching("/v1/markets"),
                    switching("/v1/markets/*"),
                    lasting("/v1/brands", "cursor", "limit"),
                    lasting("/v1/brands/*"),
                    switching("/v1/products", "brandId", "cursor", "externalId", "limit", "market", "status"),
                    switching("/v1/products/*"),
                    lasting("/v1/creators", "cursor", "limit"),
                    lasting("/v1/creators/*"),
                    lasting("/v1/sessions", "creatorId", "cursor", "from", "limit", "market", "status", "to", "when"),
                    switching("/v1/sessions/*", "market"),
                    switching("/v1/sessions/*/lineup", "market"),
                    switching("/v1/sessions/*/replay", "market"),
                    lasting("/v1/sessions/*/giveaways/*/entries", "cursor", "limit"),
                    lasting("/v1/showings", "cursor", "limit", "productId"))
            .collect(Collectors.groupingBy(route -> route.segments().get(1)));

    private CacheableRoutes() {}

    /** Of letters, digits and hyphens. A pattern would take a twentieth of the time of an answer that is kept. */
    private static boolean isName(String segment) {
        for (int i = 0; i < segment.length(); i++) {
            if (!isInNames(segment.charAt(i))) {
                return false;
            }
        }
        return !segment.isEmpty() && segment.length() <= MAX_NAME;
    }

    private static boolean isInNames(char character) {
        return character == '-'
                || ('0' <= character && character <= '9')
                || ('a' <= character && character <= 'z')
                || ('A' <= character && character <= 'Z');
    }

    private static Route switching(String path, String... parameters) {
        return route(path, true, parameters);
    }

    private static Route lasting(String path, String... parameters) {
        return route(path, false, parameters);
    }

    private static Route route(String path, boolean switches, String... parameters) {
        List<String> segments = Arrays.asList(path.substring(1).split("/", -1));
        String template = "/v1/" + segments.get(1) + (segments.size() > 2 ? "/*" : "");
        return new Route(segments, Set.of(parameters), switches, template);
    }

    static List<Route> all() {
        return BY_RESOURCE.values().stream().flatMap(List::stream).toList();
    }

    static Optional<Route> route(String path) {
        String[] segments = path.split("/", -1);
        if (segments.length < 3 || !segments[0].isEmpty()) {
            return Optional.empty();
        }
        for (Route route : BY_RESOURCE.getOrDefault(segments[2], List.of())) {
            if (route.matches(segments)) {
                return Optional.of(route);
            }
        }
        return Optional.empty();
    }
}
