package dev.vetrina.gateway.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vetrina.kit.problem.ProblemException;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.parsetools.RecordParser;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One attempt at a channel's upstream stream: it tells its listener what comes, and at last, once, that it is lost. */
final class FeedStream {

    /** Called on the event loop on which the stream was opened. */
    interface Listener {
        /** Every fact above this sequence will follow. */
        void hello(FeedStream stream, long sequence);

        void fact(Fact fact);

        void pulse(Pulse pulse);

        void lost(Throwable reason);
    }

    private static final int MAX_LINE_BYTES = 1 << 20;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Vertx vertx;
    private final Listener listener;
    private @Nullable HttpClientResponse response;
    private @Nullable RecordParser lines;
    private long helloTimer;
    private boolean over;

    private FeedStream(Vertx vertx, Listener listener) {
        this.vertx = vertx;
        this.listener = listener;
    }

    /** @param after the last fact that was seen, or {@code null} to begin with whatever is next */
    static FeedStream open(
            Vertx vertx, LiveService live, ChannelKey channel, @Nullable Long after, Duration patience, Listener told) {
        FeedStream stream = new FeedStream(vertx, told);
        stream.helloTimer = vertx.setTimer(
                patience.toMillis(), timer -> stream.lost(new IllegalStateException("no hello in " + patience)));
        live.stream(channel, after).onSuccess(stream::read).onFailure(stream::lost);
        return stream;
    }

    private void read(HttpClientResponse answer) {
        response = answer;
        if (over) {
            cut(answer);
            return;
        }
        EventStreamParser parser = new EventStreamParser(this::event);
        lines = RecordParser.newDelimited("\n", answer).maxRecordSize(MAX_LINE_BYTES);
        lines.exceptionHandler(this::lost);
        lines.endHandler(end -> lost(new IllegalStateException("the upstream ended the stream")));
        lines.handler(line -> {
            if (!over) {
                parser.line(line);
            }
        });
    }

    private void event(EventStreamParser.Event event) {
        try {
            switch (event.name()) {
                case "hello" -> {
                    vertx.cancelTimer(helloTimer);
                    listener.hello(
                            this,
                            JSON.readTree(event.data()).required("sequence").longValue());
                }
                case "pulse" -> listener.pulse(Pulse.of(event.data()));
                default -> {
                    if (!event.id().isEmpty()) {
                        listener.fact(Fact.of(Long.parseLong(event.id()), event.name(), event.data()));
                    }
                }
            }
        } catch (JsonProcessingException | IllegalArgumentException e) {
            lost(ProblemException.of(502, "upstream-failed", "A service behind the gateway failed", e.getMessage()));
        }
    }

    /** Holds back what comes until {@link #resume()}: only for the time of one request to the same service. */
    void pause() {
        if (lines != null) {
            lines.pause();
        }
    }

    void resume() {
        if (lines != null) {
            lines.resume();
        }
    }

    /** Ends it without a word to the listener. */
    void close() {
        over = true;
        vertx.cancelTimer(helloTimer);
        if (response != null) {
            cut(response);
        }
    }

    private void lost(Throwable reason) {
        if (!over) {
            close();
            listener.lost(reason);
        }
    }

    private static void cut(HttpClientResponse answer) {
        answer.request().connection().close();
    }
}
