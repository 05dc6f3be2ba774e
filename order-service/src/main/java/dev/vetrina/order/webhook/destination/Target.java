package dev.vetrina.order.webhook.destination;

import java.net.InetAddress;
import java.net.URI;

/**
 * @param url as it was registered: host for TLS and the Host header
 * @param address the checked one, to connect to
 */
public record Target(URI url, InetAddress address) {

    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    public boolean tls() {
        return "https".equalsIgnoreCase(url.getScheme());
    }

    public int port() {
        if (url.getPort() > 0) {
            return url.getPort();
        }
        return tls() ? HTTPS : HTTP;
    }

    /** Path and query as they are sent. */
    public String resource() {
        String path = url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        return url.getRawQuery() == null ? path : path + "?" + url.getRawQuery();
    }
}
