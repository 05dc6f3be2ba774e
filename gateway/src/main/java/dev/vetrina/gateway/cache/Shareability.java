package dev.vetrina.gateway.cache;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** For whom an answer is, as the service says. */
enum Shareability {
    FOR_ALL,
    FOR_ALL_OF_A_LANGUAGE,
    FOR_ONE;

    /** The answer to all of these is the same here: JSON, not compressed, and its CORS headers are the gateway's own. */
    private static final Set<String> ALIKE = Set.of("accept", "accept-encoding", "origin");

    private static final List<String> PERSONAL = List.of("no-store", "private", "no-cache");

    static Shareability of(MultiMap headers) {
        if (headers.contains(HttpHeaders.SET_COOKIE) || isPersonal(headers)) {
            return FOR_ONE;
        }
        Shareability shareability = FOR_ALL;
        for (String line : headers.getAll(HttpHeaders.VARY)) {
            for (String name : line.split(",", -1)) {
                String varying = name.strip().toLowerCase(Locale.ROOT);
                if (varying.equals("accept-language")) {
                    shareability = FOR_ALL_OF_A_LANGUAGE;
                } else if (!varying.isEmpty() && !ALIKE.contains(varying)) {
                    return FOR_ONE;
                }
            }
        }
        return shareability;
    }

    private static boolean isPersonal(MultiMap headers) {
        for (String line : headers.getAll(HttpHeaders.CACHE_CONTROL)) {
            String directives = line.toLowerCase(Locale.ROOT);
            if (PERSONAL.stream().anyMatch(directives::contains)) {
                return true;
            }
        }
        return false;
    }
}
