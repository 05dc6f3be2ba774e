package dev.vetrina.gateway.proxy;

import dev.vetrina.gateway.web.Refusals;
import dev.vetrina.gateway.web.RequestHeaders;
import dev.vetrina.gateway.web.SecurityHeaders;
import dev.vetrina.kit.http.Freshness;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;

/** Passes a service's answer on to the client: a small one in one piece, a longer one while it comes. */
final class AnswerPassing {

    /** Nearly every answer: taken whole, it costs one write, and until then a service that breaks off can be told of. */
    private static final long SMALL_BYTES = 16L << 10;

    private static final int NO_CONTENT = 204;
    private static final int NOT_MODIFIED = 304;

    private AnswerPassing() {}

    /** Fails if the service breaks off or the client leaves; nothing of the answer was written then, or the client is cut off, too. */
    static Future<Void> pass(HttpClientResponse answer, HttpServerRequest request) {
        HttpServerResponse response = request.response();
        long length = lengthOf(answer);
        if (hasNoBody(answer, request) || (length >= 0 && length <= SMALL_BYTES)) {
            return answer.body()
                    .compose(body -> {
                        begin(response, answer, request);
                        return response.end(body);
                    })
                    .onFailure(brokenOff -> {
                        if (!response.headWritten()) {
                            takeBack(response, answer);
                        }
                    });
        }
        boolean endsWithConnection = length < 0 && request.version() == HttpVersion.HTTP_1_0;
        return Future.succeededFuture()
                .compose(now -> {
                    begin(response, answer, request);
                    response.setChunked(length < 0 && !endsWithConnection);
                    return answer.pipe().endOnFailure(false).to(response);
                })
                .onSuccess(passed -> {
                    if (endsWithConnection) {
                        var _ = request.connection().close();
                    }
                })
                .onFailure(brokenOff -> {
                    answer.request().reset();
                    if (response.headWritten()) {
                        Refusals.cutOff(response);
                    } else {
                        takeBack(response, answer);
                    }
                });
    }

    private static void takeBack(HttpServerResponse response, HttpClientResponse answer) {
        answer.headers().names().forEach(response.headers()::remove);
        response.setChunked(false);
    }

    private static void begin(HttpServerResponse response, HttpClientResponse answer, HttpServerRequest request) {
        MultiMap headers = answer.headers();
        HopByHopHeaders.removeFrom(headers);
        headers.remove(HttpHeaders.TRANSFER_ENCODING);
        // The gateway has set these; a second value would make two headers of each.
        headers.remove(RequestHeaders.REQUEST_ID);
        headers.remove(RequestHeaders.TRACE_PARENT);
        headers.remove(Freshness.HEADER);
        SecurityHeaders.prepare(request, headers);
        response.setStatusCode(answer.statusCode()).setStatusMessage(answer.statusMessage());
        MultiMap to = response.headers();
        if (headers.contains(HttpHeaders.DATE)) {
            to.remove(HttpHeaders.DATE);
        }
        headers.forEach((name, value) -> to.add(name, value));
    }

    private static boolean hasNoBody(HttpClientResponse answer, HttpServerRequest request) {
        return HttpMethod.HEAD.equals(request.method())
                || answer.statusCode() == NO_CONTENT
                || answer.statusCode() == NOT_MODIFIED;
    }

    /** In bytes, or -1 if it is not told. */
    private static long lengthOf(HttpClientResponse answer) {
        String length = answer.getHeader(HttpHeaders.CONTENT_LENGTH);
        try {
            return length == null ? -1 : Long.parseLong(length);
        } catch (NumberFormatException e) {
            return -1;
        }
    }
}
