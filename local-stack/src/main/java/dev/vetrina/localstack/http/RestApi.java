package dev.vetrina.localstack.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.vetrina.localstack.stack.Pauses;
import dev.vetrina.localstack.stack.StackFailure;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;

/** The REST API at one address. */
public final class RestApi {

    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(5);

    private final URI base;
    private final Duration patience;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_LIMIT)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();

    /** @param patience how long a call is repeated that has no lasting answer yet */
    public RestApi(URI base, Duration patience) {
        this.base = base;
        this.patience = patience;
    }

    public URI base() {
        return base;
    }

    /** Sends it once. */
    public Answer once(Call call) {
        long begin = System.nanoTime();
        try {
            HttpResponse<String> response = http.send(call.request(base), BodyHandlers.ofString());
            return answer(response, Duration.ofNanos(System.nanoTime() - begin));
        } catch (IOException noAnswer) {
            return new Answer(0, MissingNode.getInstance(), "", false, Duration.ofNanos(System.nanoTime() - begin));
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /**
     * Sends it until the answer lasts: through overload, restarts and views that are late. Only for what has the same
     * effect however often it is sent: reads, commands of a state machine, and POSTs with a key.
     */
    public Answer send(Call call) {
        long deadline = System.nanoTime() + patience.toNanos();
        Answer answer = once(call);
        for (int attempt = 0; answer.isWorthRepeating() && System.nanoTime() < deadline; attempt++) {
            pause(attempt);
            answer = once(call);
        }
        return answer;
    }

    /** As {@link #send}, for what has to succeed. */
    public Answer require(Call call) {
        Answer answer = send(call);
        if (!answer.succeeded()) {
            throw new StackFailure(
                    call.method() + " " + base.resolve(call.path()) + " was refused: " + answer.summary());
        }
        return answer;
    }

    /** Every item of a list, page by page. */
    public List<JsonNode> all(Call list) {
        List<JsonNode> items = new ArrayList<>();
        String cursor = "";
        do {
            String separator = list.path().contains("?") ? "&" : "?";
            String page = list.path() + separator + "limit=200" + (cursor.isEmpty() ? "" : "&cursor=" + cursor);
            JsonNode body = require(list.at(page)).body();
            items.addAll(Json.items(body));
            cursor = body.path("nextCursor").asText("");
        } while (!cursor.isEmpty());
        return items;
    }

    /**
     * Opens a stream of events.
     *
     * @param lastEventId the last event that was seen, empty at the first time
     * @throws IOException if it cannot be reached, or refuses
     */
    public EventStream stream(String path, String lastEventId) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path)).header("Accept", "text/event-stream");
        if (!lastEventId.isEmpty()) {
            request.header("Last-Event-ID", lastEventId);
        }
        try {
            HttpResponse<InputStream> response = http.send(request.build(), BodyHandlers.ofInputStream());
            if (response.statusCode() != 200) {
                response.body().close();
                throw new IOException(path + " answered " + response.statusCode());
            }
            return new EventStream(response.body());
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static Answer answer(HttpResponse<String> response, Duration took) {
        return new Answer(
                response.statusCode(),
                Json.read(response.body()),
                response.headers().firstValue("ETag").orElse(""),
                response.headers().firstValue("Idempotent-Replayed").isPresent(),
                took);
    }

    /** About a quarter of a second at first and two seconds later, scattered so that clients do not come back at once. */
    private static void pause(int attempt) {
        long longest = Math.min(2000, 250L << Math.min(attempt, 3));
        Pauses.pause(Duration.ofMillis(ThreadLocalRandom.current().nextLong(longest / 2, longest)));
    }

    private static StackFailure interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new StackFailure("Interrupted.", e);
    }
}
