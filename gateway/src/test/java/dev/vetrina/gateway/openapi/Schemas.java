package dev.vetrina.gateway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Reads the schemas of a document. */
record Schemas(JsonNode document) {

    private static final String PREFIX = "#/components/schemas/";

    /** The schema itself where this is a reference, or a reference or null. */
    JsonNode resolved(JsonNode schema) {
        if (schema.has("$ref")) {
            String name = schema.path("$ref").asText().substring(PREFIX.length());
            return resolved(document.at("/components/schemas").path(name));
        }
        return Stream.of("anyOf", "allOf")
                .flatMap(kind -> StreamSupport.stream(schema.path(kind).spliterator(), false))
                .filter(choice -> !isNull(choice))
                .findFirst()
                .map(this::resolved)
                .orElse(schema);
    }

    boolean nullable(JsonNode schema) {
        return isNull(schema)
                || StreamSupport.stream(schema.path("anyOf").spliterator(), false)
                        .anyMatch(Schemas::isNull);
    }

    private static boolean isNull(JsonNode schema) {
        JsonNode type = schema.path("type");
        return type.asText().equals("null")
                || StreamSupport.stream(type.spliterator(), false)
                        .anyMatch(one -> one.asText().equals("null"));
    }

    /** What an answer does not mention is null, or not there where it cannot be null; the services say it like this. */
    void complete(JsonNode answer, JsonNode schema) {
        JsonNode shape = resolved(schema);
        if (answer instanceof ObjectNode object) {
            shape.path("properties")
                    .properties()
                    .forEach(property -> complete(object, property.getKey(), property.getValue()));
        } else if (answer instanceof ArrayNode array) {
            array.forEach(item -> complete(item, shape.path("items")));
        }
    }

    private void complete(ObjectNode object, String name, JsonNode schema) {
        JsonNode value = object.path(name);
        if (!value.isMissingNode() && !value.isNull()) {
            complete(value, schema);
        } else if (nullable(schema)) {
            object.set(name, NullNode.getInstance());
        } else {
            object.remove(name);
        }
    }
}
