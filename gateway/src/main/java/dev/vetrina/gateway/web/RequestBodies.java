package dev.vetrina.gateway.web;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import org.jspecify.annotations.Nullable;

/** What a request's head says of its body. */
public final class RequestBodies {

    private RequestBodies() {}

    /** A read whose head announces none; over HTTP/2 one may come nevertheless, and is dropped. */
    public static boolean isNone(HttpServerRequest request) {
        String length = lengthOf(request);
        return (length == null || length.equals("0")) && !isChunked(request);
    }

    /** Over HTTP/2 a body may have neither of the headers that HTTP/1 announces one with. */
    public static boolean isAtMost(long bytes, HttpServerRequest request) {
        String length = lengthOf(request);
        return length == null
                ? request.version() != HttpVersion.HTTP_2 && !isChunked(request)
                : Long.parseLong(length) <= bytes && !isChunked(request);
    }

    private static @Nullable String lengthOf(HttpServerRequest request) {
        return request.headers().get(HttpHeaders.CONTENT_LENGTH);
    }

    private static boolean isChunked(HttpServerRequest request) {
        return request.headers().contains(HttpHeaders.TRANSFER_ENCODING);
    }
}
