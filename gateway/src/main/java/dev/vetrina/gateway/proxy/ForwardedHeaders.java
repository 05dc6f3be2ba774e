package dev.vetrina.gateway.proxy;

import dev.vetrina.gateway.web.Peers;
import io.netty.util.AsciiString;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Tells the services where a request came from; what the request itself says of it counts only from trusted proxies. */
@Singleton
class ForwardedHeaders {

    private static final CharSequence FOR = AsciiString.cached("X-Forwarded-For");
    private static final CharSequence PROTO = AsciiString.cached("X-Forwarded-Proto");
    private static final CharSequence HOST = AsciiString.cached("X-Forwarded-Host");
    private static final List<CharSequence> CLAIMS = List.of(
            FOR,
            PROTO,
            HOST,
            AsciiString.cached("X-Forwarded-Port"),
            AsciiString.cached("X-Forwarded-Prefix"),
            AsciiString.cached("X-Forwarded-Ssl"),
            AsciiString.cached("X-Real-IP"),
            AsciiString.cached("Forwarded"));

    private final Peers peers;

    ForwardedHeaders(Peers peers) {
        this.peers = peers;
    }

    /** @param headers those that go to the service */
    void set(HttpServerRequest request, MultiMap headers) {
        String peer = request.remoteAddress().hostAddress();
        boolean believed = peer != null && peers.isTrustedProxy(peer);
        Optional<String> path = claim(headers, FOR, believed);
        Optional<String> scheme = claim(headers, PROTO, believed);
        Optional<String> host = claim(headers, HOST, believed);
        CLAIMS.forEach(headers::remove);
        if (peer != null) {
            headers.set(FOR, path.map(before -> before + ", " + peer).orElse(peer));
        }
        headers.set(PROTO, scheme.orElse(String.valueOf(request.scheme())));
        host.or(() -> Optional.ofNullable(request.authority()).map(Object::toString))
                .ifPresent(name -> headers.set(HOST, name));
    }

    private static Optional<String> claim(MultiMap headers, CharSequence name, boolean believed) {
        return believed && headers.contains(name)
                ? Optional.of(String.join(", ", headers.getAll(name)))
                : Optional.empty();
    }
}
