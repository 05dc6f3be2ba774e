package dev.vetrina.gateway.feed;

import dev.vetrina.gateway.Stubs;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.parsetools.RecordParser;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** A viewer that reads everything it is sent. */
public final class FeedReader implements AutoCloseable {

    private static final HttpClient CLIENT = Stubs.vertx()
            .createHttpClient(new HttpClientOptions().setMaxPoolSize(1_000).setKeepAlive(false));

    private final List<EventStreamParser.Event> events = new CopyOnWriteArrayList<>();
    private final List<String> comments = new CopyOnWriteArrayList<>();
    private final CompletableFuture<HttpClientResponse> response = new CompletableFuture<>();
    private final CompletableFuture<String> refusal = new CompletableFuture<>();
    private volatile boolean ended;

    private FeedReader(int port, String uri, @Nullable String lastEventId) {
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setHost("127.0.0.1")
                .setPort(port)
                .setURI(uri);
        if (lastEventId != null) {
            options.putHeader("Last-Event-ID", lastEventId);
        }
        CLIENT.request(options)
                .compose(request -> request.send())
                .onSuccess(this::read)
                .onFailure(response::completeExceptionally);
    }

    public static FeedReader open(int port, String uri) {
        return new FeedReader(port, uri, null);
    }

    public static FeedReader resume(int port, String uri, String lastEventId) {
        return new FeedReader(port, uri, lastEventId);
    }

    private void read(HttpClientResponse answer) {
        if (answer.statusCode() != 200) {
            answer.body().onSuccess(body -> refusal.complete(body.toString()));
            response.complete(answer);
            return;
        }
        EventStreamParser parser = new EventStreamParser(events::add);
        answer.exceptionHandler(broken -> ended = true);
        RecordParser.newDelimited("\n", answer)
                .exceptionHandler(broken -> ended = true)
                .endHandler(end -> ended = true)
                .handler(line -> {
                    if (line.toString().startsWith(":")) {
                        comments.add(line.toString());
                    }
                    parser.line(line);
                });
        response.complete(answer);
    }

    HttpClientResponse response() throws InterruptedException, ExecutionException, TimeoutException {
        return response.get(10, TimeUnit.SECONDS);
    }

    boolean refused() {
        return refusal.isDone();
    }

    String refusal() throws InterruptedException, ExecutionException, TimeoutException {
        return refusal.get(10, TimeUnit.SECONDS);
    }

    List<EventStreamParser.Event> events() {
        return events;
    }

    List<String> comments() {
        return comments;
    }

    /** The ids of everything but pulses, in the order in which they came. */
    List<String> ids() {
        return events.stream()
                .map(EventStreamParser.Event::id)
                .filter(id -> !id.isEmpty())
                .toList();
    }

    boolean ended() {
        return ended;
    }

    @Override
    public void close() {
        var _ = response.thenAccept(answer -> answer.request().connection().close());
    }
}
