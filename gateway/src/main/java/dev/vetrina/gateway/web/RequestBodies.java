package dev.vetrina.gateway.web;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import org.jspecify.annotations.Nullable;

/** What a request's head says of its body. */
public final class RequestBodies {

    private RequestBodies() {}

    /** A read whose head announces none; over HTTP/2 one may come nevertheless, and is dropped. */
    public static boolean isNone(HttpServerRequest request) {
        String length = lengthOf(request);
        return (length == null || length.equals("0")) && !isChunked(request);
    }

    /** False for a length that is not told. */
    public static boolean isLongerThan(long bytes, HttpServerRequest request) {
        String length = lengthOf(request);
        return length != null && !isChunked(request) && Long.parseLong(length) > bytes;
    }

    /**
     * The length, or -1 for a body that is told to be chunked: over HTTP/2 its frames say so, and whoever passes it on looks for the
     * header of HTTP/1.
     */
    public static long sayLength(HttpServerRequest request) {
        String length = lengthOf(request);
        if (length != null && !isChunked(request)) {
            return Long.parseLong(length);
        }
        request.headers().set(HttpHeaders.TRANSFER_ENCODING, HttpHeaders.CHUNKED);
        return -1;
    }

    private static @Nullable String lengthOf(HttpServerRequest request) {
        return request.headers().get(HttpHeaders.CONTENT_LENGTH);
    }

    private static boolean isChunked(HttpServerRequest request) {
        return request.headers().contains(HttpHeaders.TRANSFER_ENCODING);
    }
}
