package dev.vetrina.gateway.feed;

import io.vertx.core.buffer.Buffer;

/** Server-Sent Events as bytes. */
final class Frames {

    static final Buffer HEARTBEAT = Buffer.buffer(": beat\n\n");

    private Frames() {}

    /** @param json one line */
    static Buffer event(long id, String name, String json) {
        return Buffer.buffer("id: " + id + "\nevent: " + name + "\ndata: " + json + "\n\n");
    }

    /** Without an id: it does not move the place from which a viewer resumes. */
    static Buffer pulse(String json) {
        return Buffer.buffer("event: pulse\ndata: " + json + "\n\n");
    }

    /** How long a browser waits before it comes back. */
    static Buffer retry(int millis) {
        return Buffer.buffer("retry: " + millis + "\n\n");
    }
}
