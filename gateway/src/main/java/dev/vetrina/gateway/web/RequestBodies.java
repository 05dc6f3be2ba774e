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

    /** In bytes, or -1 if it is not told: over HTTP/2 it need not be. */
    public static long length(HttpServerRequest request) {
        String length = lengthOf(request);
        return length == null || isChunked(request) ? -1 : Long.parseLong(length);
    }

    private static @Nullable String lengthOf(HttpServerRequest request) {
        return request.headers().get(HttpHeaders.CONTENT_LENGTH);
    }

    private static boolean isChunked(HttpServerRequest request) {
        return request.headers().contains(HttpHeaders.TRANSFER_ENCODING);
    }
}
