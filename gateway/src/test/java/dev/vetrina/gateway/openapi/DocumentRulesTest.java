package dev.vetrina.gateway.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rules of docs/spectral.yaml that are our own, where there is no Node to run it; and those it cannot express. */
class DocumentRulesTest {

    private final JsonNode document = read();
    private final Schemas schemas = new Schemas(document);

    @Test
    void operationsAreNamedInCamelCaseAndPathsInKebabCase() {
        assertThat(Operations.of(document))
                .extracting(operation -> operation.path("operationId").asText())
                .allMatch(id -> id.matches("[a-z][a-zA-Z0-9]+"));
        assertThat(document.path("paths").properties())
                .extracting(path -> path.getKey())
                .allMatch(path -> path.matches("/v1(/([a-z][a-z0-9]*(-[a-z0-9]+)*|\\{[a-z][A-Za-z0-9]*\\}))+"));
    }

    @Test
    void everyErrorIsAProblemAndNamesItsCodes() {
        assertThat(Operations.of(document).stream()
                        .flatMap(Operations::answers)
                        .filter(answer -> answer.getKey().compareTo("400") >= 0)
                        .map(answer -> referred(answer.getValue()))
                        .map(answer -> answer.at("/content/application~1problem+json")))
                .isNotEmpty()
                .allSatisfy(problem -> {
                    assertThat(problem.at("/schema/$ref").asText()).isEqualTo("#/components/schemas/Problem");
                    assertThat(problem.has("example")
                                    || !problem.path("examples").isEmpty())
                            .as(problem.toPrettyString())
                            .isTrue();
                });
    }

    @Test
    void aCodeHasOneStatusOrIsNamedWithIt() {
        assertThat(document.at("/components/examples").properties())
                .isNotEmpty()
                .allSatisfy(example -> {
                    JsonNode value = example.getValue().path("value");
                    assertThat(example.getKey())
                            .isIn(
                                    value.path("code").asText(),
                                    value.path("code").asText() + "-" + value.path("status"));
                });
    }

    @Test
    void whatClientsSendIsBounded() {
        Set<String> unbounded = new TreeSet<>();
        for (ObjectNode operation : Operations.of(document)) {
            String id = operation.path("operationId").asText();
            operation
                    .path("parameters")
                    .forEach(parameter ->
                            collect(id + " " + parameter.path("name").asText(), parameter.path("schema"), unbounded));
            JsonNode json = operation.at("/requestBody/content/application~1json/schema");
            collect(id, json, unbounded);
        }
        assertThat(unbounded).isEmpty();
    }

    @Test
    void someCodesAreKnownToBeAnsweredByTheirOperations() {
        assertThat(codes("placeOrder", "409")).contains("out-of-stock", "total-changed", "request-in-flight");
        assertThat(codes("placeOrder", "404")).contains("not-yet-visible");
        assertThat(codes("postChatMessage", "429")).contains("slow-mode");
        assertThat(codes("pinProduct", "409")).contains("not-in-lineup").doesNotContain("out-of-stock");
        assertThat(codes("updateProduct", "412")).containsExactly("stale-version");
    }

    @Test
    void theGatewaysRefusalUnderPressureIsToldOfEveryOperationAndSoIsWhenToRepeat() {
        assertThat(Operations.of(document)).isNotEmpty().allSatisfy(operation -> {
            JsonNode unavailable = operation.path("responses").path("503");
            assertThat(unavailable
                            .at("/content/application~1problem+json/examples")
                            .has("overloaded"))
                    .as(operation.path("operationId").asText())
                    .isTrue();
            assertThat(unavailable.at("/headers/Retry-After/$ref").asText())
                    .isEqualTo("#/components/headers/Retry-After");
        });
    }

    @Test
    void everyNamedAnswerAndHeaderIsReferredTo() {
        Set<String> referredTo = new TreeSet<>(document.findValuesAsText("$ref"));
        for (String kind : List.of("responses", "headers")) {
            assertThat(document.at("/components/" + kind).properties())
                    .isNotEmpty()
                    .allSatisfy(component ->
                            assertThat(referredTo).contains("#/components/" + kind + "/" + component.getKey()));
        }
    }

    private List<String> codes(String operationId, String status) {
        return Operations.of(document).stream()
                .filter(operation -> operation.path("operationId").asText().equals(operationId))
                .flatMap(
                        operation -> operation
                                .path("responses")
                                .path(status)
                                .at("/content/application~1problem+json/examples")
                                .properties()
                                .stream())
                .map(example -> example.getKey())
                .toList();
    }

    private void collect(String where, JsonNode reference, Set<String> unbounded) {
        JsonNode schema = schemas.resolved(reference);
        if (Bounds.isUnbounded(schema)) {
            unbounded.add(where);
        }
        if (schema.path("type").toString().contains("\"array\"") && !schema.has("maxItems")) {
            unbounded.add(where);
        }
        Stream.of("items", "additionalProperties")
                .filter(schema::has)
                .forEach(part -> collect(where + "[]", schema.path(part), unbounded));
        schema.path("properties")
                .properties()
                .forEach(field -> collect(where + "." + field.getKey(), field.getValue(), unbounded));
    }

    private JsonNode referred(JsonNode answer) {
        return answer.has("$ref") ? document.at(answer.path("$ref").asText().substring(1)) : answer;
    }

    private static JsonNode read() {
        try {
            return WholeDocument.read(Path.of("../docs/openapi.yaml"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
