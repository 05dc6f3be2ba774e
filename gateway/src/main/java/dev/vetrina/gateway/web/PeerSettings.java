package dev.vetrina.gateway.web;

import io.smallrye.config.ConfigMapping;
import java.util.List;
import java.util.Optional;

/** {@code vetrina.proxy.trusted-proxies}: whose word on where a request comes from is believed. */
@ConfigMapping(prefix = "vetrina.proxy")
interface PeerSettings {

    /** Addresses or networks ({@code 10.0.0.0/8}) of the proxies in front, whose X-Forwarded headers are believed. */
    Optional<List<String>> trustedProxies();
}
