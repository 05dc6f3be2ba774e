package dev.vetrina.localstack.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** JSON in and out. */
public final class Json {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /** A missing node if the text is not JSON, as the error page of something in between would be. */
    public static JsonNode read(String text) {
        try {
            JsonNode read = MAPPER.readTree(text);
            return read == null ? MissingNode.getInstance() : read;
        } catch (JsonProcessingException notJson) {
            return MissingNode.getInstance();
        }
    }

    /** Records, maps and nodes alike. */
    public static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static UUID id(JsonNode node, String field) {
        return UUID.fromString(node.path(field).asText());
    }

    /** The items of an array, or of a page's member {@code items}. */
    public static List<JsonNode> items(JsonNode node) {
        JsonNode array = node.isArray() ? node : node.path("items");
        return StreamSupport.stream(array.spliterator(), false).toList();
    }
}
