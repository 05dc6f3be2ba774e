package dev.vetrina.live.feed;

import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** Reads a stream of Server-Sent Events as a gateway does. */
public final class SseReader implements AutoCloseable {

    private final HttpClient client = HttpClient.newHttpClient();
    private final List<SseEvent> events = new CopyOnWriteArrayList<>();
    private final List<String> comments = new CopyOnWriteArrayList<>();

    /** An event of the stream; the id is empty where it has none. */
    public record SseEvent(String id, String name, String data) {
        public JsonPath json() {
            return JsonPath.from(data);
        }
    }

    public static SseReader open(String path) {
        SseReader reader = new SseReader();
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
                .build();
        try {
            HttpResponse<Stream<String>> answer = reader.client.send(request, HttpResponse.BodyHandlers.ofLines());
            if (answer.statusCode() != 200) {
                throw new AssertionError("the stream was refused: " + answer.statusCode());
            }
            Thread.ofVirtual().start(() -> reader.read(answer.body()));
            return reader;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    List<SseEvent> events() {
        return events;
    }

    public List<SseEvent> named(String name) {
        return events.stream().filter(event -> event.name().equals(name)).toList();
    }

    /** The ids of the facts, in the order in which they came. */
    List<Long> facts() {
        return events.stream()
                .filter(event -> !event.id().isEmpty())
                .map(event -> Long.valueOf(event.id()))
                .toList();
    }

    List<String> comments() {
        return comments;
    }

    @Override
    public void close() {
        client.shutdownNow();
    }

    private void read(Stream<String> lines) {
        String id = "";
        String name = "";
        String data = "";
        try {
            for (String line : (Iterable<String>) lines::iterator) {
                if (line.startsWith("id: ")) {
                    id = line.substring(4);
                } else if (line.startsWith("event: ")) {
                    name = line.substring(7);
                } else if (line.startsWith("data: ")) {
                    data = line.substring(6);
                } else if (line.startsWith(":")) {
                    comments.add(line);
                } else if (line.isEmpty() && !name.isEmpty()) {
                    events.add(new SseEvent(id, name, data));
                    id = "";
                    name = "";
                }
            }
        } catch (UncheckedIOException e) {
            // The reader was closed.
        }
    }
}
