package dev.vetrina.gateway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vetrina.gateway.openapi.CompiledMethod.Name;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The problems that each operation can answer, read from the services' code, so that the document cannot promise others. It
 * may name one too many: where the code alone does not tell that a branch is never taken for this operation.
 */
record ProblemTable(Map<String, Set<ProblemCode>> byOperation, Set<ProblemCode> ofKeys) {

    private static final Path KIT = Path.of("platform", "service-kit", "target", "classes");
    private static final Path CLASSES = Path.of("target", "classes");
    private static final String IDEMPOTENCY = "dev/vetrina/kit/idempotency/";

    static ProblemTable read(Path root) throws IOException {
        ProblemTable table = new ProblemTable(new TreeMap<>(), new TreeSet<>());
        for (String service : WholeDocument.SERVICES) {
            CompiledCode code = new CompiledCode()
                    .add(root.resolve(service).resolve(CLASSES))
                    .add(root.resolve(KIT));
            code.operations.forEach((id, method) -> table.byOperation
                    .computeIfAbsent(id, none -> new TreeSet<>())
                    .addAll(Reach.problems(code, List.of(method))));
            table.ofKeys.addAll(Reach.problems(code, keys(code)));
        }
        return table;
    }

    private static List<Name> keys(CompiledCode code) {
        return code.methods.keySet().stream()
                .filter(method -> method.owner().startsWith(IDEMPOTENCY))
                .toList();
    }

    /** @throws IllegalStateException if the code of an operation was not found: its service was not compiled to the end */
    void requireAllOf(JsonNode document) {
        Operations.of(document).stream()
                .map(operation -> operation.path("operationId").asText())
                .filter(id -> !byOperation.containsKey(id))
                .findFirst()
                .ifPresent(id -> {
                    throw new IllegalStateException("There is no compiled method of the operation " + id);
                });
    }

    void addTo(JsonNode document) {
        ProblemExamples examples = new ProblemExamples((ObjectNode) document.path("components"));
        List<ObjectNode> changing = Operations.changing(document);
        Operations.of(document).forEach(operation -> {
            Set<ProblemCode> own = problemsOf(operation);
            List<ProblemCode> common = CommonProblems.of(operation, changing.contains(operation));
            ObjectNode responses = (ObjectNode) operation.path("responses");
            own.stream()
                    .map(problem -> Integer.toString(problem.status()))
                    .distinct()
                    .forEach(status -> responses.set(status, ownResponse(document, responses, status)));
            Stream<Map.Entry<String, JsonNode>> errors = Operations.answers(operation)
                    .filter(answer -> !answer.getKey().startsWith("2"));
            errors.forEach(error -> examples.add(
                    error.getValue(),
                    Stream.concat(own.stream(), common.stream())
                            .filter(problem -> error.getKey().equals(Integer.toString(problem.status())))));
        });
    }

    /** What is shared by all operations does not name the codes of one: it gets a copy of its own. */
    private static JsonNode ownResponse(JsonNode document, ObjectNode responses, String status) {
        JsonNode known = responses.path(status);
        if (known.isMissingNode()) {
            return CommonProblems.response(responses, status);
        }
        return known.has("$ref")
                ? document.at(known.path("$ref").asText().substring(1)).deepCopy()
                : known;
    }

    Set<ProblemCode> problemsOf(JsonNode operation) {
        Set<ProblemCode> problems = new TreeSet<>(
                byOperation.getOrDefault(operation.path("operationId").asText(), Set.of()));
        operation.path("parameters").forEach(parameter -> {
            if (parameter.path("name").asText().equals("Idempotency-Key")) {
                problems.addAll(ofKeys);
            }
        });
        return problems;
    }
}
