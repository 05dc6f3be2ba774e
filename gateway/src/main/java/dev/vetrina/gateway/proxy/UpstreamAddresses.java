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

    /** One address: a viewer's opening and the stream behind it must not come from instances that are not equally far. */
    @WithDefault("http://localhost:8082")
    URI live();

    @WithDefault("http://localhost:8083")
    List<URI> order();
}
