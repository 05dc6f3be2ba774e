package dev.vetrina.gateway.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ExamplesTest {

    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
    private static final SchemaValidatorsConfig WITH_FORMATS =
            SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

    @Test
    void everyExampleIsWhatItsSchemaSays() throws IOException {
        JsonNode document = WholeDocument.read(Path.of("../docs/openapi.yaml"));
        JsonNode components = closed(document.path("components"));
        List<String> wrong = new ArrayList<>();
        int examples = 0;
        for (ObjectNode operation : Operations.of(document)) {
            String id = operation.path("operationId").asText();
            for (JsonNode body : List.of(operation.path("requestBody"), Operations.success(operation))) {
                for (JsonNode mediaType : body.path("content")) {
                    examples++;
                    errors(mediaType.path("example"), mediaType.path("schema"), components)
                            .forEach(error -> wrong.add(id + error.getInstanceLocation() + ": " + error.getMessage()));
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(examples).isGreaterThan(200);
    }

    @Test
    void aWrongExampleIsSeen() throws IOException {
        JsonNode document = WholeDocument.read(Path.of("../docs/openapi.yaml"));
        JsonNode components = closed(document.path("components"));
        JsonNode order = document.at("/paths/~1v1~1orders/post/responses/201/content/application~1json");
        for (String change :
                List.of("{\"version\":\"0\"}", "{\"surplus\":1}", "{\"placedAt\":\"yesterday\"}", "{\"id\":null}")) {
            ObjectNode example = order.path("example").deepCopy();
            example.setAll((ObjectNode) WholeDocument.YAML.readTree(change));
            assertThat(errors(example, order.path("schema"), components))
                    .as(change)
                    .isNotEmpty();
        }
    }

    @Test
    void anOperationWithoutAnExampleFailsTheBuild() throws IOException {
        ObjectNode document = (ObjectNode) WholeDocument.make();
        ((ObjectNode) document.at("/paths/~1v1~1orders/post")).put("operationId", "placeAnotherOrder");
        for (String body :
                List.of("/requestBody/content/application~1json", "/responses/201/content/application~1json")) {
            ((ObjectNode) document.at("/paths/~1v1~1orders/post" + body)).remove("example");
        }
        Examples examples = WholeDocument.examples();
        assertThatThrownBy(() -> examples.addTo(document))
                .hasMessageContaining("placeAnotherOrder has no request")
                .hasMessageContaining("placeAnotherOrder has no response")
                .hasMessageContaining("There is no operation placeOrder");
    }

    @Test
    void aNameThatTheStoryDoesNotKnowIsRefused() throws IOException {
        Story story = Story.of(WholeDocument.read(Path.of("src/main/openapi/examples/story.yaml")));
        assertThat(story.tell(WholeDocument.YAML.readTree("total: GBP 43.97"))
                        .at("/total/amount")
                        .asInt())
                .isEqualTo(4397);
        JsonNode unknown = WholeDocument.YAML.readTree("id: <nobody>");
        assertThatThrownBy(() -> story.tell(unknown)).hasMessageContaining("nobody");
    }

    @Test
    void theStoryOfTheDocumentIsThatOfTheEvents() throws IOException {
        JsonNode document = WholeDocument.read(Path.of("../docs/openapi.yaml"));
        JsonNode placed = WholeDocument.read(Path.of(
                "../platform/event-contracts/src/main/resources/dev/vetrina/events/golden/order.placed.v1.json"));
        JsonNode order = document.at("/paths/~1v1~1orders/post/responses/201/content/application~1json/example");
        assertThat(order.path("id")).isEqualTo(placed.path("orderId"));
        assertThat(order.path("total")).isEqualTo(placed.path("total"));
    }

    private static Set<ValidationMessage> errors(JsonNode example, JsonNode schema, JsonNode components) {
        ObjectNode whole = schema.deepCopy();
        whole.set("components", components);
        return SCHEMAS.getSchema(whole, WITH_FORMATS).validate(example);
    }

    /** In an example, a field that the schema does not know is a slip of the pen. */
    private static JsonNode closed(JsonNode components) {
        JsonNode closed = components.deepCopy();
        closed.path("schemas").forEach(schema -> {
            if (schema instanceof ObjectNode object
                    && object.has("properties")
                    && !object.has("additionalProperties")) {
                object.put("additionalProperties", false);
            }
        });
        return closed;
    }
}
