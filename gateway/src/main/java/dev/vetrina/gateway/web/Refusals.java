package dev.vetrina.gateway.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vetrina.kit.problem.Problem;
import dev.vetrina.kit.problem.ProblemException;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;

/** Answers with a problem document. */
@Singleton
public class Refusals {

    /** How much of a refused body is still read, so that a client that sends first and reads later sees the answer. */
    private static final long MAX_DISCARDED_BYTES = 32L << 20;

    /** Of RFC 9113, 7. */
    private static final long INTERNAL_ERROR = 2;

    private final ObjectMapper json;

    Refusals(ObjectMapper json) {
        this.json = json;
    }

    /** Does nothing if the answer has begun: it can then only be cut off. */
    public void refuse(RoutingContext refused, ProblemException problem) {
        HttpServerResponse response = refused.response();
        if (response.ended() || response.closed()) {
            return;
        }
        if (response.headWritten()) {
            cutOff(response);
            return;
        }
        response.setStatusCode(problem.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        problem.headers().forEach(response::putHeader);
        response.end(body(Problem.of(problem, refused.request().path())));
        discardBody(refused.request());
    }

    /** What has begun and cannot be ended must not look complete: over HTTP/2 a stream without an error would. */
    public static void cutOff(HttpServerResponse response) {
        var _ = response.reset(INTERNAL_ERROR);
    }

    /** Answers that nothing is there. */
    public void notThere(RoutingContext routing) {
        refuse(routing, ProblemException.of(404, "not-found", "Not found", "There is no such resource."));
    }

    private Buffer body(Problem problem) {
        try {
            return Buffer.buffer(json.writeValueAsBytes(problem));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void discardBody(HttpServerRequest request) {
        if (request.isEnded()) {
            return;
        }
        long[] discarded = {0};
        request.handler(part -> {
            discarded[0] += part.length();
            if (discarded[0] > MAX_DISCARDED_BYTES) {
                request.connection().close();
            }
        });
        request.exceptionHandler(clientLeft -> {});
        request.resume();
    }
}
