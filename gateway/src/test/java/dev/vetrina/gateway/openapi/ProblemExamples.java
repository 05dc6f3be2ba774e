package dev.vetrina.gateway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** An example for each code, written once; the answers of the operations refer to it by the code. */
final class ProblemExamples {

    private static final String MEDIA_TYPE = "application/problem+json";

    private final ObjectNode components;
    private final Map<String, ObjectNode> examples = new TreeMap<>();

    ProblemExamples(ObjectNode components) {
        this.components = components;
    }

    void add(JsonNode response, Stream<ProblemCode> problems) {
        if (response.path("content").path(MEDIA_TYPE) instanceof ObjectNode body && !body.has("example")) {
            ObjectNode named = body.path("examples") instanceof ObjectNode known ? known : body.objectNode();
            problems.sorted()
                    .forEach(problem ->
                            named.putObject(problem.code()).put("$ref", "#/components/examples/" + nameOf(problem)));
            if (!named.isEmpty()) {
                body.set("examples", named);
            }
            components.set("examples", sorted());
        }
    }

    private String nameOf(ProblemCode problem) {
        ObjectNode example = components.objectNode();
        example.put("summary", problem.title());
        ObjectNode value = example.putObject("value")
                .put("type", "https://vetrina.dev/problems/" + problem.code())
                .put("title", problem.title())
                .put("status", problem.status())
                .put("code", problem.code());
        if (problem.status() == 422) {
            value.putArray("violations").addObject().put("field", "quantity").put("message", "must be at least 1");
        }
        String name = problem.code();
        if (!examples.computeIfAbsent(name, first -> example).equals(example)) {
            name = problem.code() + "-" + problem.status();
            examples.put(name, example);
        }
        return name;
    }

    private ObjectNode sorted() {
        ObjectNode all = components.objectNode();
        examples.forEach(all::set);
        return all;
    }
}
