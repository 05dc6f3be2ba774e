package dev.vetrina.gateway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The operations of a document. */
final class Operations {

    private Operations() {}

    static List<ObjectNode> of(JsonNode document) {
        return of(document, method -> true);
    }

    /** Those that change something. */
    static List<ObjectNode> changing(JsonNode document) {
        return of(document, method -> !method.equals("get"));
    }

    private static List<ObjectNode> of(JsonNode document, Predicate<String> wanted) {
        return document.path("paths").properties().stream()
                .flatMap(path -> path.getValue().properties().stream())
                .filter(method -> wanted.test(method.getKey()))
                .map(Map.Entry::getValue)
                .filter(operation -> operation.has("responses"))
                .map(ObjectNode.class::cast)
                .toList();
    }

    /** The answer of success, or nothing. */
    static JsonNode success(JsonNode operation) {
        return answers(operation)
                .filter(answer -> answer.getKey().startsWith("2"))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(MissingNode.getInstance());
    }

    static Stream<Map.Entry<String, JsonNode>> answers(JsonNode operation) {
        return operation.path("responses").properties().stream();
    }
}
