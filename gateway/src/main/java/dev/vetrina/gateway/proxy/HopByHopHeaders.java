package dev.vetrina.gateway.proxy;

import io.vertx.core.MultiMap;
import java.util.List;

/** Headers that speak of one connection and end with it (RFC 9110, 7.6.1). */
final class HopByHopHeaders {

    private static final List<String> ALWAYS = List.of(
            "Connection",
            "Keep-Alive",
            "Proxy-Connection",
            "Proxy-Authenticate",
            "Proxy-Authorization",
            "TE",
            "Trailer",
            "Upgrade");

    private HopByHopHeaders() {}

    /** Also removes those that Connection names. */
    static void removeFrom(MultiMap headers) {
        for (String connection : headers.getAll("Connection")) {
            for (String named : connection.split(",", -1)) {
                if (!named.isBlank()) {
                    headers.remove(named.strip());
                }
            }
        }
        ALWAYS.forEach(headers::remove);
    }
}
