package dev.vetrina.gateway.proxy;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.List;

/**
 * {@code vetrina.upstream.*}: where the services are. Several addresses, with commas between them, are instances of one service
 * that are asked in turn.
 */
@ConfigMapping(prefix = "vetrina.upstream")
public interface UpstreamAddresses {

    @WithDefault("http://localhost:8081")
    List<URI> catalog();

    @WithDefault("http://localhost:8082")
    List<URI> live();

    @WithDefault("http://localhost:8083")
    List<URI> order();
}
