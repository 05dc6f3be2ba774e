package dev.vetrina.gateway.feed;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads a text/event-stream line by line. */
final class EventStreamParser {

    /** @param id empty where the event has none */
    record Event(String id, String name, String data) {}

    private final Consumer<Event> events;
    private String id = "";
    private String name = "message";
    private @Nullable StringBuilder data;

    EventStreamParser(Consumer<Event> events) {
        this.events = events;
    }

    void line(Buffer bytes) {
        String line = bytes.toString(StandardCharsets.UTF_8);
        line(line.endsWith("\r") ? line.substring(0, line.length() - 1) : line);
    }

    private void line(String line) {
        int colon = line.indexOf(':');
        if (line.isEmpty()) {
            dispatch();
        } else if (colon < 0) {
            field(line, "");
        } else {
            // A line that starts with a colon is a comment: a field without a name.
            field(line.substring(0, colon), line.substring(colon + (line.startsWith(" ", colon + 1) ? 2 : 1)));
        }
    }

    private void field(String field, String value) {
        switch (field) {
            case "id" -> id = value;
            case "event" -> name = value;
            case "data" -> {
                if (data == null) {
                    data = new StringBuilder(value);
                } else {
                    data.append('\n').append(value);
                }
            }
            default -> {
                // Comments, and fields that this reader has no use for.
            }
        }
    }

    private void dispatch() {
        if (data != null) {
            events.accept(new Event(id, name, data.toString()));
        }
        id = "";
        name = "message";
        data = null;
    }
}
