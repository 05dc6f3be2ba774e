package dev.vetrina.gateway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;

/** The document of the whole API, put together from the gateway's frame and the services' own documents. */
final class ApiDocument {

    private final ObjectNode document;
    private final Map<String, JsonNode> paths = new TreeMap<>();
    private final Map<String, JsonNode> webhooks = new TreeMap<>();
    private final Map<String, Map<String, JsonNode>> components = new TreeMap<>();

    /** @param frame info, servers, tags, and what the gateway itself answers */
    ApiDocument(JsonNode frame) {
        document = frame.deepCopy();
        add("the gateway", frame);
    }

    /** @throws IllegalStateException if something has the name but not the shape of what is already there */
    void add(String source, JsonNode part) {
        part.path("paths").properties().forEach(path -> {
            addAnswersOfTheGateway(path.getValue());
            put(source, "path", paths, path.getKey(), path.getValue());
        });
        part.path("webhooks")
                .properties()
                .forEach(webhook -> put(source, "webhook", webhooks, webhook.getKey(), webhook.getValue()));
        part.path("components").properties().forEach(kind -> {
            Map<String, JsonNode> named = components.computeIfAbsent(kind.getKey(), name -> new TreeMap<>());
            kind.getValue()
                    .properties()
                    .forEach(component -> put(source, kind.getKey(), named, component.getKey(), component.getValue()));
        });
        part.path("tags").forEach(tag -> requireKnown(source, tag.path("name").asText()));
    }

    JsonNode merged() {
        document.set("paths", object(paths));
        if (!webhooks.isEmpty()) {
            document.set("webhooks", object(webhooks));
        }
        ObjectNode all = document.putObject("components");
        components.forEach((kind, named) -> all.set(kind, object(named)));
        return document;
    }

    private static void put(String source, String kind, Map<String, JsonNode> target, String name, JsonNode shape) {
        JsonNode before = target.putIfAbsent(name, shape);
        if (before != null && !before.equals(shape)) {
            throw new IllegalStateException("%s: %s %s has another shape than in the documents before it:%n%s%n%s"
                    .formatted(source, kind, name, shape.toPrettyString(), before.toPrettyString()));
        }
    }

    private void requireKnown(String source, String tag) {
        for (JsonNode known : document.path("tags")) {
            if (known.path("name").asText().equals(tag)) {
                return;
            }
        }
        throw new IllegalStateException(
                source + " has a tag that gateway/src/main/openapi/gateway.yaml does not describe: " + tag);
    }

    /** The gateway stands before every operation, and can refuse or fail on its own. */
    private static void addAnswersOfTheGateway(JsonNode path) {
        for (JsonNode operation : path) {
            if (operation.path("responses") instanceof ObjectNode responses) {
                addIfAbsent(responses, "401", "InvalidToken");
                addIfAbsent(responses, "429", "TooManyRequests");
                addRetryAfter(responses);
                addIfAbsent(responses, "502", "UpstreamFailed");
                addIfAbsent(responses, "504", "UpstreamTimeout");
            }
        }
    }

    /** Services answer 503, too, so it stands in their documents, and the gateway's codes beside theirs. */
    private static void addRetryAfter(ObjectNode responses) {
        if (responses.path("503") instanceof ObjectNode unavailable) {
            unavailable
                    .withObjectProperty("headers")
                    .withObjectProperty("Retry-After")
                    .put("$ref", "#/components/headers/Retry-After");
        }
    }

    private static void addIfAbsent(ObjectNode responses, String status, String response) {
        if (!responses.has(status)) {
            responses.putObject(status).put("$ref", "#/components/responses/" + response);
        }
    }

    private ObjectNode object(Map<String, JsonNode> fields) {
        ObjectNode object = document.objectNode();
        fields.forEach(object::set);
        return object;
    }
}
