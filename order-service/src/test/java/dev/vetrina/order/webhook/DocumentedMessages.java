package dev.vetrina.order.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.vetrina.testkit.Api;

/** The messages as the OpenAPI document has them. */
final class DocumentedMessages {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);

    private DocumentedMessages() {}

    /** Every field that must be there is, and none is there of which the document tells nothing. */
    static void assertDocumented(JsonNode message) {
        String type = message.path("type").asText();
        JsonNode schema = document()
                .path("webhooks")
                .path(type)
                .path("post")
                .path("requestBody")
                .path("content")
                .path("application/json")
                .path("schema");
        assertThat(schema.isObject()).as(type).isTrue();
        assertThat(SCHEMAS.getSchema(closed(schema.deepCopy())).validate(message))
                .as(message.toString())
                .isEmpty();
    }

    private static JsonNode closed(JsonNode schema) {
        if (schema instanceof ObjectNode object && object.has("properties")) {
            object.put("additionalProperties", false);
        }
        schema.forEach(DocumentedMessages::closed);
        return schema;
    }

    private static JsonNode document() {
        try {
            return JSON.readTree(Api.anonymous().get("/q/openapi?format=json").asString());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
