package dev.vetrina.gateway.proxy;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;

/**
 * Reads a body as far as a small one goes: whole before a service is asked, a body that hardly comes holds no connection to one
 * meanwhile. Of one that is broken off nothing is told.
 */
final class BodyStart {

    private final HttpServerRequest request;
    private final long smallBytes;
    private final Buffer start = Buffer.buffer();

    BodyStart(HttpServerRequest request, long smallBytes) {
        this.request = request;
        this.smallBytes = smallBytes;
    }

    /** @param begun is given what there is of a longer body, whose rest is held back */
    void read(Handler<Buffer> whole, Handler<Buffer> begun) {
        request.endHandler(end -> whole.handle(start));
        request.handler(part -> {
            start.appendBuffer(part);
            if (start.length() > smallBytes) {
                request.pause();
                request.handler(null);
                request.endHandler(null);
                begun.handle(start);
            }
        });
        request.resume();
    }
}
