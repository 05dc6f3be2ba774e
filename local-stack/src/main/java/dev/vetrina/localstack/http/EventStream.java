package dev.vetrina.localstack.http;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads Server-Sent Events, one after the other. */
public final class EventStream implements AutoCloseable {

    private final BufferedReader lines;

    EventStream(InputStream bytes) {
        this.lines = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8));
    }

    /**
     * One event of the stream.
     *
     * @param id empty if it has none
     */
    public record Event(String id, String name, String data) {}

    /** The next event, or empty at the end of the stream. Comments and hints about retrying are passed over. */
    public Optional<Event> next() throws IOException {
        String id = "";
        String name = "message";
        StringBuilder data = new StringBuilder();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.isEmpty() && !data.isEmpty()) {
                return Optional.of(new Event(id, name, data.toString()));
            }
            String value = line.substring(line.indexOf(':') + 1).strip();
            switch (line.split(":", 2)[0]) {
                case "id" -> id = value;
                case "event" -> name = value;
                case "data" -> data.append(data.isEmpty() ? "" : "\n").append(value);
                default -> {}
            }
        }
        return Optional.empty();
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
