package dev.vetrina.gateway.proxy;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import org.jspecify.annotations.Nullable;

/** A body that is passed on while it comes, and fails as soon as it is longer than allowed. */
final class LimitedBody implements ReadStream<Buffer> {

    private final ReadStream<Buffer> body;
    private final long maxBytes;
    private Buffer begun;
    private long bytes;
    private @Nullable Handler<Buffer> taker;
    private @Nullable Handler<Throwable> failed;

    /**
     * @param begun what was read of it already
     * @param body the rest, paused
     */
    LimitedBody(Buffer begun, ReadStream<Buffer> body, long maxBytes) {
        this.begun = begun;
        this.body = body;
        this.maxBytes = maxBytes;
    }

    static boolean isExceeded(@Nullable LimitedBody body) {
        return body != null && body.exceeded();
    }

    private boolean exceeded() {
        return bytes > maxBytes;
    }

    @Override
    public ReadStream<Buffer> handler(@Nullable Handler<Buffer> handler) {
        taker = handler;
        body.handler(handler == null ? null : this::take);
        return this;
    }

    private void take(Buffer part) {
        boolean before = exceeded();
        bytes += part.length();
        if (exceeded()) {
            if (!before && failed != null) {
                failed.handle(new IllegalStateException("the body is longer than " + maxBytes + " bytes"));
            }
        } else if (taker != null) {
            taker.handle(part);
        }
    }

    @Override
    public ReadStream<Buffer> exceptionHandler(@Nullable Handler<Throwable> handler) {
        failed = handler;
        body.exceptionHandler(handler);
        return this;
    }

    @Override
    public ReadStream<Buffer> endHandler(@Nullable Handler<Void> handler) {
        body.endHandler(
                handler == null
                        ? null
                        : end -> {
                            // What was cut short must not look complete to the service.
                            if (!exceeded()) {
                                handler.handle(null);
                            }
                        });
        return this;
    }

    @Override
    public ReadStream<Buffer> pause() {
        body.pause();
        return this;
    }

    @Override
    public ReadStream<Buffer> resume() {
        Buffer first = begun;
        begun = Buffer.buffer();
        if (first.length() > 0) {
            take(first);
        }
        body.resume();
        return this;
    }

    @Override
    public ReadStream<Buffer> fetch(long amount) {
        body.fetch(amount);
        return this;
    }
}
