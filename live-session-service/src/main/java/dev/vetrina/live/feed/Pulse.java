package dev.vetrina.live.feed;

import io.vertx.core.buffer.Buffer;

/**
 * What is shown of a session's bustle.
 *
 * @param viewers open connections over all gateways and markets
 * @param purchases paid orders of the session so far
 */
record Pulse(int viewers, long purchases) {

    Buffer frame() {
        return Buffer.buffer("event: pulse\ndata: {\"viewers\":" + viewers + ",\"purchases\":" + purchases + "}\n\n");
    }
}
