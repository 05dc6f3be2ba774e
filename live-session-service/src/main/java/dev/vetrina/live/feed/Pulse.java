package dev.vetrina.live.feed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.buffer.Buffer;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is shown of a session's bustle. In a frame of it an array is of things that are told once; everything else is a figure that
 * replaces the one before.
 */
final class Pulse {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Map<String, JsonNode> gauges = new TreeMap<>();
    private boolean changed;

    /** Sets figures; one that is not named stays as it was. */
    void gauges(Map<String, JsonNode> now) {
        now.forEach((name, value) -> changed |= !value.equals(gauges.put(name, value)));
    }

    /** Whether nothing was ever told. */
    boolean isEmpty() {
        return gauges.isEmpty();
    }

    /** Whether a figure is new since the last {@link #frame}. */
    boolean changed() {
        return changed;
    }

    /** All figures, for one who comes in the middle. */
    Buffer figures() {
        return event(JSON.objectNode().<ObjectNode>setAll(gauges));
    }

    /** All figures, and what happened. */
    Buffer frame(Map<String, ArrayNode> happenings) {
        changed = false;
        ObjectNode data = JSON.objectNode();
        data.setAll(gauges);
        data.setAll(happenings);
        return event(data);
    }

    private static Buffer event(ObjectNode data) {
        return Buffer.buffer("event: pulse\ndata: " + data + "\n\n");
    }
}
