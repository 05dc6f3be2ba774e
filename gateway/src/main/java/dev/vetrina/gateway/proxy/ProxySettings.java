package dev.vetrina.gateway.proxy;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** {@code vetrina.proxy.*}: the hop from the gateway to the services. */
@ConfigMapping(prefix = "vetrina.proxy")
interface ProxySettings {

    /** To connect, waiting for a free connection included. */
    @WithDefault("2S")
    Duration connectTimeout();

    /** From the request until the service begins to answer. */
    @WithDefault("30S")
    Duration responseTimeout();

    /** The same for an import, whose body takes its time to arrive. */
    @WithDefault("120S")
    Duration importTimeout();

    /** To each service, from all event loops together, each of which has its equal part. */
    @WithDefault("512")
    int connections();

    /** Requests that may wait for a connection to a service, divided in the same way; the next one is refused. */
    @WithDefault("2048")
    int waitingRequests();

    /**
     * Bodies larger than 16 KiB, or of unknown length, that may be on their way to a service at once, divided in the same way; the
     * next one is refused. They take no more than a part of the connections.
     */
    @WithDefault("128")
    int streamedBodies();

    /** A connection that nobody needed for so long is closed. */
    @WithDefault("30S")
    Duration keepAlive();

    @WithDefault("1048576")
    long maxBodyBytes();

    @WithDefault("10485760")
    long maxImportBytes();
}
