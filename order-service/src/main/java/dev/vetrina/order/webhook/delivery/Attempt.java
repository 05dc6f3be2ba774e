package dev.vetrina.order.webhook.delivery;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * One exchange, ended by its answer, by the answer's length or by the time, whatever comes first. Once the status is known it
 * stands: a body that never ends delays nothing but its own endpoint, and that not beyond the time.
 */
final class Attempt {

    private static final int KEPT_BYTES = 1024;

    private final CompletableFuture<Answer> answer = new CompletableFuture<>();
    private final Vertx vertx;
    private final long begun;
    private final long timer;
    private final Buffer body = Buffer.buffer();
    private volatile @Nullable HttpClientRequest request;
    private volatile @Nullable HttpClientResponse head;

    Attempt(Vertx vertx, long begun, Duration timeout) {
        this.vertx = vertx;
        this.begun = begun;
        this.timer = vertx.setTimer(timeout.toMillis(), _ -> end(AttemptError.TIMEOUT));
    }

    CompletableFuture<Answer> answer() {
        return answer;
    }

    void send(HttpClientRequest prepared, String text) {
        request = prepared;
        if (answer.isDone()) {
            abandon();
            return;
        }
        prepared.response().onSuccess(this::read).onFailure(this::fail);
        prepared.exceptionHandler(this::fail);
        prepared.end(text).onFailure(this::fail);
    }

    private void read(HttpClientResponse response) {
        head = response;
        response.exceptionHandler(this::fail);
        response.endHandler(_ -> end(AttemptError.CONNECTION_FAILED));
        response.handler(bytes -> {
            if (full(bytes)) {
                end(AttemptError.CONNECTION_FAILED);
                abandon();
            }
        });
    }

    /** Another thread may come with the end of the time just now. */
    private synchronized boolean full(Buffer bytes) {
        body.appendBuffer(bytes, 0, Math.min(bytes.length(), KEPT_BYTES - body.length()));
        return body.length() >= KEPT_BYTES;
    }

    void fail(Throwable cause) {
        end(
                cause instanceof SSLException || cause.getCause() instanceof SSLException
                        ? AttemptError.TLS_FAILED
                        : AttemptError.CONNECTION_FAILED);
    }

    /** @param error where no status is known */
    private void end(AttemptError error) {
        boolean _ = vertx.cancelTimer(timer);
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        HttpClientResponse known = head;
        boolean first = answer.complete(
                known == null
                        ? Answer.none(error, took)
                        : new Answer(known.statusCode(), null, text(), known.getHeader("Retry-After"), took));
        if (first && error == AttemptError.TIMEOUT) {
            abandon();
        }
    }

    /** Closes the connection: nothing that is still on its way is read. */
    private void abandon() {
        HttpClientRequest sent = request;
        if (sent != null) {
            boolean _ = sent.reset();
        }
    }

    /** As text that the database takes. */
    private synchronized String text() {
        return new String(body.getBytes(), StandardCharsets.UTF_8).replace('\u0000', '\uFFFD');
    }
}
