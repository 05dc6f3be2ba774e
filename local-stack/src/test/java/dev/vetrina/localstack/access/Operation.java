package dev.vetrina.localstack.access;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vetrina.localstack.http.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One operation of the document.
 *
 * @param roles of which one is needed; {@code everyone} for what is public
 * @param scope that a partner's token needs, or empty
 * @param parameters resolved
 * @param body its schema with the media type, missing if it takes none
 */
record Operation(
        String method,
        String path,
        String id,
        List<String> roles,
        String scope,
        List<JsonNode> parameters,
        String mediaType,
        JsonNode body) {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch", "head", "options");
    private static final String EVERYONE = "everyone";

    static List<Operation> allOf(JsonNode document) {
        List<Operation> operations = new ArrayList<>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(method -> METHODS.contains(method.getKey()))
                        .forEach(method -> operations.add(
                                of(method.getKey(), path.getKey(), path.getValue(), method.getValue()))));
        return operations;
    }

    private static Operation of(String method, String path, JsonNode item, JsonNode operation) {
        var content = operation.at("/requestBody/content").properties().stream().findFirst();
        return new Operation(
                method.toUpperCase(Locale.ROOT),
                path,
                operation.path("operationId").asText(),
                Json.items(operation.path("x-vetrina-roles")).stream()
                        .map(JsonNode::asText)
                        .toList(),
                scopeOf(operation),
                Stream.of(item, operation)
                        .flatMap(owner -> Json.items(owner.path("parameters")).stream())
                        .toList(),
                content.map(entry -> entry.getKey()).orElse(""),
                content.map(entry -> entry.getValue().path("schema")).orElse(operation.path("none")));
    }

    private static String scopeOf(JsonNode operation) {
        return Json.items(operation.path("security")).stream()
                .flatMap(requirement -> Json.items(requirement.path("openIdConnect")).stream())
                .map(JsonNode::asText)
                .findFirst()
                .orElse("");
    }

    boolean isPublic() {
        return roles.contains(EVERYONE);
    }

    boolean reads() {
        return method.equals("GET");
    }

    /** Whether it has a query parameter of this name. */
    boolean queries(String name) {
        return parameters.stream()
                .anyMatch(parameter -> parameter.path("in").asText().equals("query")
                        && parameter.path("name").asText().equals(name));
    }

    /** The templates of the objects that its path leads through, the innermost first. */
    List<String> objects() {
        List<String> objects = new ArrayList<>();
        for (int end = path.indexOf('}'); end >= 0; end = path.indexOf('}', end + 1)) {
            objects.addFirst(path.substring(0, end + 1));
        }
        return objects;
    }

    @Override
    public String toString() {
        return method + " " + path + " (" + id + ")";
    }
}
