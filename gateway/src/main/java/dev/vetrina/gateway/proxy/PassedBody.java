package dev.vetrina.gateway.proxy;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import org.jspecify.annotations.Nullable;

/** The body of a request on its way to a service. */
sealed interface PassedBody {

    /** Sends the request, whose head is ready. */
    Future<HttpClientResponse> send(HttpClientRequest request);

    /** If it is sent as it comes. */
    default @Nullable LimitedBody streamed() {
        return null;
    }

    /** Of a read, which may be made again. */
    record None() implements PassedBody {

        @Override
        public Future<HttpClientResponse> send(HttpClientRequest request) {
            return request.send();
        }
    }

    /** One that has come. */
    record Whole(Buffer bytes) implements PassedBody {

        @Override
        public Future<HttpClientResponse> send(HttpClientRequest request) {
            return request.send(bytes);
        }
    }

    /**
     * One that is still coming.
     *
     * @param length in bytes, or -1 if it was not told
     */
    record Streamed(LimitedBody streamed, long length) implements PassedBody {

        @Override
        public Future<HttpClientResponse> send(HttpClientRequest request) {
            if (length < 0) {
                request.setChunked(true);
            } else {
                request.putHeader(HttpHeaders.CONTENT_LENGTH, Long.toString(length));
            }
            // What was cut short must not look complete to the service.
            streamed.pipe().endOnFailure(false).to(request).onFailure(failed -> request.reset());
            return request.response();
        }
    }
}
