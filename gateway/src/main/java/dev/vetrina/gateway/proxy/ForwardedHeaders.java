package dev.vetrina.gateway.proxy;

import dev.vetrina.gateway.web.Peers;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Tells the services where a request came from; what the request itself says of it counts only from trusted proxies. */
@ApplicationScoped
class ForwardedHeaders {

    private static final String FOR = "X-Forwarded-For";
    private static final String PROTO = "X-Forwarded-Proto";
    private static final String HOST = "X-Forwarded-Host";
    private static final List<String> CLAIMS = List.of(
            FOR, PROTO, HOST, "X-Forwarded-Port", "X-Forwarded-Prefix", "X-Forwarded-Ssl", "X-Real-IP", "Forwarded");

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

    private static Optional<String> claim(MultiMap headers, String name, boolean believed) {
        return believed && headers.contains(name)
                ? Optional.of(String.join(", ", headers.getAll(name)))
                : Optional.empty();
    }
}
