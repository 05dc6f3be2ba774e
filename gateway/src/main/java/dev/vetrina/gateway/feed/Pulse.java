package dev.vetrina.gateway.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What is going on in a session. A member that is an array has things that are told once; any other is a figure, of which the newest
 * counts.
 */
final class Pulse {

    /** More of one kind than anybody can read; the oldest are left out. */
    static final int MOST_THINGS = 100;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ObjectNode members;
    private final String json;

    private Pulse(ObjectNode members, String json) {
        this.members = members;
        this.json = json;
    }

    /** @throws IllegalArgumentException if it is JSON but no object */
    static Pulse of(String json) throws JsonProcessingException {
        if (JSON.readTree(json) instanceof ObjectNode members) {
            return new Pulse(members, json);
        }
        throw new IllegalArgumentException("a pulse is an object");
    }

    /** One that tells what both tell. */
    Pulse joinedWith(Pulse later) {
        ObjectNode joined = JSON.createObjectNode().setAll(members);
        later.members.forEachEntry((name, value) -> joined.set(name, joined(members.get(name), value)));
        return new Pulse(joined, joined.toString());
    }

    /** The figures alone, for one who comes in the middle. */
    Pulse figures() {
        if (members.properties().stream().noneMatch(member -> member.getValue().isArray())) {
            return this;
        }
        ObjectNode figures = JSON.createObjectNode().setAll(members);
        figures.removeIf(JsonNode::isArray);
        return new Pulse(figures, figures.toString());
    }

    Frame frame() {
        return Frames.pulse(json);
    }

    private static JsonNode joined(JsonNode earlier, JsonNode later) {
        if (!(earlier instanceof ArrayNode first) || !(later instanceof ArrayNode second)) {
            return later;
        }
        ArrayNode both = JSON.createArrayNode().addAll(first).addAll(second);
        while (both.size() > MOST_THINGS) {
            both.remove(0);
        }
        return both;
    }
}
