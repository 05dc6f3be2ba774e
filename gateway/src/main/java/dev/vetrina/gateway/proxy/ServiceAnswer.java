package dev.vetrina.gateway.proxy;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;

/**
 * A whole answer of a service.
 *
 * @param headers without those of the hop
 */
public record ServiceAnswer(int status, MultiMap headers, Buffer body) {

    /** Whether it says that the service is not there, and nothing of what was asked for. */
    public boolean isAway() {
        return isAway(status);
    }

    static boolean isAway(int status) {
        return status >= 502 && status <= 504;
    }
}
