package dev.vetrina.gateway.cache;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** One form for all ways of writing a query. */
final class CanonicalQuery {

    private CanonicalQuery() {}

    /**
     * Sorted by name and escaped alike. Empty if a parameter is not known, comes twice, or cannot be read: what that means is for
     * the service to say.
     */
    static Optional<String> of(String query, Set<String> known) {
        Map<String, String> parameters = new TreeMap<>();
        for (String parameter : query.split("&", -1)) {
            int equals = parameter.indexOf('=');
            if (equals < 0) {
                return Optional.empty();
            }
            String name = parameter.substring(0, equals);
            Optional<String> value = decoded(parameter.substring(equals + 1));
            if (!known.contains(name) || value.isEmpty() || parameters.put(name, value.get()) != null) {
                return Optional.empty();
            }
        }
        StringBuilder canonical = new StringBuilder(query.length());
        parameters.forEach((name, value) -> canonical
                .append(canonical.isEmpty() ? "" : "&")
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return Optional.of(canonical.toString());
    }

    private static Optional<String> decoded(String value) {
        try {
            String decoded = URLDecoder.decode(value, StandardCharsets.UTF_8);
            // What is no UTF-8 would be decoded to this, whatever it was.
            return decoded.indexOf('\uFFFD') >= 0 ? Optional.empty() : Optional.of(decoded);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
