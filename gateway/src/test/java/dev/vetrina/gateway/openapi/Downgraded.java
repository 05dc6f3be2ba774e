package dev.vetrina.gateway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A document in the words of OpenAPI 3.0, as far as clients can depend on it. openapi-diff compares those well; of 3.1 it
 * overlooks that a type changed and what stands in {@code webhooks}. What it does not see even so, null among it, is looked
 * for by {@link Overlooked}.
 */
final class Downgraded {

    private static final Set<String> TALK =
            Set.of("description", "summary", "example", "examples", "title", "externalDocs", "contact", "license");
    private static final String NULL = "null";

    private Downgraded() {}

    static ObjectNode of(JsonNode document) {
        ObjectNode copy = document.deepCopy();
        webhooksAsAnswers(copy);
        downgrade(copy, false);
        copy.put("openapi", "3.0.3");
        copy.withObjectProperty("info").put("title", "API");
        ((ObjectNode) copy.path("components")).remove("examples");
        Operations.of(copy)
                .forEach(operation -> operation.path("responses").forEach(response -> {
                    if (response instanceof ObjectNode object && !object.has("$ref")) {
                        object.put("description", "");
                    }
                }));
        copy.at("/components/responses").forEach(response -> ((ObjectNode) response).put("description", ""));
        return copy;
    }

    /** What we send to webhooks is read by clients, as an answer is. */
    private static void webhooksAsAnswers(ObjectNode document) {
        document.path("webhooks").properties().forEach(webhook -> {
            ObjectNode operation = document.withObjectProperty("paths")
                    .putObject("/webhooks/" + webhook.getKey())
                    .putObject("get");
            operation.putObject("responses").putObject("200").setAll((ObjectNode)
                    webhook.getValue().at("/post/requestBody").deepCopy());
            ((ObjectNode) operation.at("/responses/200")).remove("required");
        });
        document.remove("webhooks");
    }

    /** @param names whether the fields of this object are names of ours, not words of the specification */
    private static void downgrade(JsonNode node, boolean names) {
        if (node instanceof ObjectNode object) {
            if (!names) {
                object.remove(TALK);
                nullableType(object);
                nullableChoice(object);
                exclusiveBound(object, "exclusiveMinimum", "minimum");
                exclusiveBound(object, "exclusiveMaximum", "maximum");
                if (object.has("$ref")) {
                    object.retain("$ref");
                }
            }
            List<String> fields = new ArrayList<>();
            object.fieldNames().forEachRemaining(fields::add);
            fields.forEach(field -> downgrade(
                    object.get(field), !names && Set.of("properties", "schemas").contains(field)));
        } else if (node instanceof ArrayNode array) {
            array.forEach(item -> downgrade(item, false));
        }
    }

    private static void nullableType(ObjectNode schema) {
        if (schema.path("type") instanceof ArrayNode types) {
            for (JsonNode type : types) {
                if (!type.asText().equals(NULL)) {
                    schema.set("type", type);
                }
            }
        }
    }

    private static void nullableChoice(ObjectNode schema) {
        if (schema.path("anyOf") instanceof ArrayNode choices && choices.size() == 2) {
            for (int i = 0; i < 2; i++) {
                if (choices.get(i).path("type").asText().equals(NULL)) {
                    schema.removeAll();
                    schema.setAll((ObjectNode) choices.get(1 - i));
                    return;
                }
            }
        }
    }

    private static void exclusiveBound(ObjectNode schema, String exclusive, String bound) {
        if (schema.path(exclusive).isNumber()) {
            schema.set(bound, schema.get(exclusive));
            schema.put(exclusive, true);
        }
    }
}
