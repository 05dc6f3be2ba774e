package dev.vetrina.gateway.proxy;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;

/** {@code vetrina.upstream.*}: where the services are. */
@ConfigMapping(prefix = "vetrina.upstream")
public interface UpstreamAddresses {

    @WithDefault("http://localhost:8081")
    URI catalog();

    @WithDefault("http://localhost:8082")
    URI live();

    @WithDefault("http://localhost:8083")
    URI order();
}
