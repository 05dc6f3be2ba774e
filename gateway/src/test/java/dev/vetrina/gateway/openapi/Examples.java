package dev.vetrina.gateway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;

/** What is sent and answered, for every operation of the document, from {@code src/main/openapi/examples}. */
final class Examples {

    private final Story story;
    private final Map<String, JsonNode> byOperation = new HashMap<>();
    private final TreeSet<String> missing = new TreeSet<>();

    Examples(JsonNode story) {
        this.story = Story.of(story);
    }

    /** @param file an entry for each operation, with its request and response */
    void add(JsonNode file) {
        file.properties().forEach(entry -> {
            if (byOperation.putIfAbsent(entry.getKey(), story.tell(entry.getValue())) != null) {
                throw new IllegalStateException("Two examples of " + entry.getKey());
            }
        });
    }

    /** @throws IllegalStateException if an operation has no example, or an example no operation */
    void addTo(JsonNode document) {
        Schemas schemas = new Schemas(document);
        Map<String, JsonNode> left = new HashMap<>(byOperation);
        Operations.of(document).forEach(operation -> {
            String id = operation.path("operationId").asText();
            JsonNode example = byOperation.getOrDefault(id, MissingNode.getInstance());
            left.remove(id);
            add(id, "request", operation.path("requestBody"), example, schemas);
            add(id, "response", Operations.success(operation), example, schemas);
        });
        left.keySet().forEach(id -> missing.add("There is no operation " + id));
        if (!missing.isEmpty()) {
            throw new IllegalStateException("gateway/src/main/openapi/examples: " + String.join("; ", missing));
        }
    }

    private void add(String id, String kind, JsonNode body, JsonNode example, Schemas schemas) {
        JsonNode value = example.path(kind);
        body.path("content").forEach(mediaType -> {
            if (mediaType.has("example")) {
                return;
            }
            if (value.isMissingNode()) {
                missing.add("%s has no %s".formatted(id, kind));
                return;
            }
            if (kind.equals("response")) {
                schemas.complete(value, mediaType.path("schema"));
            }
            ((ObjectNode) mediaType).set("example", value);
        });
        if (!value.isMissingNode() && !body.has("content")) {
            missing.add("%s has no body for its %s".formatted(id, kind));
        }
    }
}
