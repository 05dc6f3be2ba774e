package dev.vetrina.gateway.connection;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** {@code vetrina.connections.*}: what a client may do with its connections. */
@ConfigMapping(prefix = "vetrina.connections")
interface ConnectionSettings {

    /** Connections at once; each needs a file descriptor, and those of the feed are among them. */
    @WithDefault("16000")
    int max();

    /** The same of one address, or of one IPv6 network /64. Trusted proxies ({@code vetrina.proxy.trusted-proxies}) may have more. */
    @WithDefault("1000")
    int maxOfAddress();

    /** From the connection, or from the first byte of a later request, to the end of the request's head. */
    @WithDefault("15S")
    Duration headTimeout();

    @WithDefault("100")
    int maxHeaders();

    /** A body that comes slower is given up; what the gateway itself holds back does not count. */
    @WithDefault("256")
    int minBodyBytesPerSecond();

    /** In which a body may begin to come. */
    @WithDefault("5S")
    Duration bodyGrace();

    /** For a whole body, however fast it comes. */
    @WithDefault("120S")
    Duration bodyTimeout();
}
