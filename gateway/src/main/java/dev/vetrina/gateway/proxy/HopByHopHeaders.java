package dev.vetrina.gateway.proxy;

import io.netty.util.AsciiString;
import io.vertx.core.MultiMap;
import java.util.List;

/** Headers that speak of one connection and end with it (RFC 9110, 7.6.1). */
final class HopByHopHeaders {

    private static final CharSequence CONNECTION = AsciiString.cached("connection");
    private static final List<CharSequence> ALWAYS = List.of(
            CONNECTION,
            AsciiString.cached("keep-alive"),
            AsciiString.cached("proxy-connection"),
            AsciiString.cached("proxy-authenticate"),
            AsciiString.cached("proxy-authorization"),
            AsciiString.cached("te"),
            AsciiString.cached("trailer"),
            AsciiString.cached("upgrade"));

    private HopByHopHeaders() {}

    /** Also removes those that Connection names. */
    static void removeFrom(MultiMap headers) {
        for (String connection : headers.getAll(CONNECTION)) {
            for (String named : connection.split(",", -1)) {
                if (!named.isBlank()) {
                    headers.remove(named.strip());
                }
            }
        }
        ALWAYS.forEach(headers::remove);
    }
}
