package dev.vetrina.gateway.web;

import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.util.HexFormat;
import java.util.List;

/** Who is at the other end: the peer itself, or whom a trusted proxy names. */
@Singleton
public class Peers {

    private static final String FORWARDED_FOR = "X-Forwarded-For";
    private static final String FORWARDED_PROTO = "X-Forwarded-Proto";
    private static final int IPV6_BYTES = 16;

    private final TrustedProxies trusted;

    Peers(PeerSettings settings) {
        this.trusted = new TrustedProxies(settings.trustedProxies().orElse(List.of()));
    }

    public boolean isTrustedProxy(String address) {
        return !address.isEmpty() && trusted.contains(address);
    }

    /** The client's own, as far as it can be known: the last one named that is not a trusted proxy. */
    public String addressOf(HttpServerRequest request) {
        String peer = request.remoteAddress().hostAddress();
        if (peer == null) {
            return "";
        }
        return isTrustedProxy(peer) ? behind(peer, request) : peer;
    }

    private String behind(String peer, HttpServerRequest request) {
        String[] path =
                String.join(",", request.headers().getAll(FORWARDED_FOR)).split(",", -1);
        for (int hop = path.length - 1; hop >= 0; hop--) {
            String address = path[hop].strip();
            if (!TrustedProxies.isAddress(address)) {
                return peer;
            }
            if (!trusted.contains(address)) {
                return address;
            }
        }
        return peer;
    }

    /** Whether the client came by TLS, to us or to a trusted proxy. */
    public boolean cameByTls(HttpServerRequest request) {
        if (request.isSSL()) {
            return true;
        }
        String peer = request.remoteAddress().hostAddress();
        return peer != null && "https".equalsIgnoreCase(request.getHeader(FORWARDED_PROTO)) && isTrustedProxy(peer);
    }

    /** What one customer of a provider has: an IPv4 address, or an IPv6 network /64. */
    public static String network(String address) {
        if (address.indexOf(':') < 0) {
            return address;
        }
        byte[] bits = InetAddress.ofLiteral(address.split("%", 2)[0]).getAddress();
        return bits.length == IPV6_BYTES ? HexFormat.of().formatHex(bits, 0, IPV6_BYTES / 2) : address;
    }
}
