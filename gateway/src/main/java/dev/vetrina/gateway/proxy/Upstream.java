package dev.vetrina.gateway.proxy;

import java.net.URI;
import java.util.List;

/** The services behind the gateway, by the names that operators know. */
public enum Upstream {
    CATALOG,
    LIVE,
    ORDER;

    List<URI> addresses(UpstreamAddresses addresses) {
        return switch (this) {
            case CATALOG -> addresses.catalog();
            case LIVE -> addresses.live();
            case ORDER -> addresses.order();
        };
    }
}
