package dev.vetrina.localstack.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vetrina.localstack.http.Json;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Makes a value that fits a schema, so that what is refused is refused for its sender. Known ids stand where they belong. */
final class SampleBody {

    private static final List<String> TEXTS = List.of(
            "text",
            "GB",
            "GBP",
            "TEXT-1",
            "market:GB",
            "10",
            "12345670",
            "https://example.com/x",
            "text-text-text-text-tx",
            "2026-03-01T20:00",
            "orders:read",
            "tex");

    private final JsonNode schemas;
    private final Map<String, String> idsByName;

    /** @param idsByName what a member or parameter of this name is given, wanted or not */
    SampleBody(JsonNode document, Map<String, String> idsByName) {
        this(idsByName, document.at("/components/schemas"));
    }

    private SampleBody(Map<String, String> idsByName, JsonNode schemas) {
        this.schemas = schemas;
        this.idsByName = idsByName;
    }

    JsonNode of(JsonNode schema) {
        return value("", schema);
    }

    /** The query parameters that are required or name something known. */
    String query(Operation operation) {
        StringBuilder query = new StringBuilder();
        operation.parameters().stream()
                .filter(parameter -> parameter.path("in").asText().equals("query"))
                .filter(parameter -> parameter.path("required").asBoolean()
                        || (idsByName.containsKey(nameOf(parameter)) && !operation.reads()))
                .forEach(parameter -> query.append(query.isEmpty() ? '?' : '&')
                        .append(nameOf(parameter))
                        .append('=')
                        .append(value(nameOf(parameter), parameter.path("schema"))
                                .asText()));
        return query.toString();
    }

    private static String nameOf(JsonNode parameter) {
        return parameter.path("name").asText();
    }

    private JsonNode value(String name, JsonNode given) {
        JsonNode schema = resolved(given);
        ObjectNode holder = Json.object();
        if (schema.has("enum")) {
            return schema.path("enum").path(0);
        }
        switch (typeOf(schema)) {
            case "object" -> {
                return object(schema);
            }
            case "array" -> {
                ArrayNode array = holder.putArray("value");
                int items = schema.path("minItems").asInt(1);
                if (items > 0) {
                    array.add(value(name, schema.path("items")));
                }
                // What is named twice is refused for that: further ones are of nothing known.
                for (int more = 1; more < items; more++) {
                    array.add(new SampleBody(Map.of(), schemas).value(name, schema.path("items")));
                }
            }
            case "integer", "number" ->
                holder.put("value", Math.max(1, schema.path("minimum").asInt(1)));
            case "boolean" -> holder.put("value", true);
            default -> holder.put("value", text(name, schema));
        }
        return holder.path("value");
    }

    private ObjectNode object(JsonNode schema) {
        ObjectNode object = Json.object();
        Set<String> required = new HashSet<>();
        Json.items(schema.path("required")).forEach(name -> required.add(name.asText()));
        schema.path("properties").properties().forEach(property -> {
            if (required.contains(property.getKey())
                    || idsByName.containsKey(property.getKey())
                    || isNumber(property.getKey(), property.getValue())) {
                object.set(property.getKey(), value(property.getKey(), property.getValue()));
            }
        });
        return object;
    }

    /** A number without which there is none is not always called required; one that excludes another is left out. */
    private boolean isNumber(String name, JsonNode schema) {
        return typeOf(resolved(schema)).equals("integer") && !name.equals("setAvailableTo");
    }

    private String text(String name, JsonNode schema) {
        String known = idsByName.get(name);
        if (known != null) {
            return known;
        }
        return switch (schema.path("format").asText()) {
            case "uuid" -> UUID.randomUUID().toString();
            case "date" -> LocalDate.now(ZoneOffset.UTC).plusDays(2).toString();
            case "date-time" ->
                Instant.now()
                        .plus(2, ChronoUnit.DAYS)
                        .truncatedTo(ChronoUnit.SECONDS)
                        .toString();
            default -> fitting(schema);
        };
    }

    private static String fitting(JsonNode schema) {
        String pattern = schema.path("pattern").asText("");
        int longest = schema.path("maxLength").asInt(Integer.MAX_VALUE);
        return TEXTS.stream()
                .filter(text -> text.length() <= longest)
                .filter(text -> pattern.isEmpty() || text.matches(pattern) || pattern.equals("\\S"))
                .findFirst()
                .orElseThrow(
                        () -> new AssertionError("no text here fits " + schema + ": add one to " + SampleBody.class));
    }

    /** What is nullable besides has a list of types. */
    private static String typeOf(JsonNode schema) {
        JsonNode type = schema.path("type");
        String name = type.isArray() ? type.path(0).asText() : type.asText();
        return name.isEmpty() && schema.has("properties") ? "object" : name;
    }

    private JsonNode resolved(JsonNode schema) {
        JsonNode alternative = schema.path("anyOf").path(0);
        String reference = (alternative.isMissingNode() ? schema : alternative)
                .path("$ref")
                .asText();
        return reference.isEmpty() ? schema : schemas.path(reference.substring(reference.lastIndexOf('/') + 1));
    }
}
