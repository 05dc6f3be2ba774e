package dev.vetrina.gateway.proxy;

import java.net.URI;

/** The services behind the gateway, by the names that operators know. */
enum Upstream {
    CATALOG,
    LIVE,
    ORDER;

    URI address(UpstreamAddresses addresses) {
        return switch (this) {
            case CATALOG -> addresses.catalog();
            case LIVE -> addresses.live();
            case ORDER -> addresses.order();
        };
    }
}
