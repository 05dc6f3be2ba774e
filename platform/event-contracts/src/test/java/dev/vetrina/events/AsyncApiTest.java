package dev.vetrina.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The committed document of the topics is that of the event records. {@code -Dasyncapi.write=true} writes it anew. */
class AsyncApiTest {

    private static final Path FRAME = Path.of("src/main/asyncapi/frame.yaml");
    private static final Path COMMITTED = Path.of("../../docs/asyncapi.yaml");
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .build();

    @Test
    void theCommittedDocumentIsThatOfTheEvents() throws IOException {
        JsonNode made = YAML.readTree(YAML.writeValueAsString(new AsyncApi(frame()).make()));
        if (Boolean.getBoolean("asyncapi.write")) {
            Files.writeString(COMMITTED, YAML.writeValueAsString(made));
        }
        assertThat(committed())
                .as("docs/asyncapi.yaml is not what the events are. If their change is meant, run `./mvnw test"
                        + " -pl platform/event-contracts -Dtest=AsyncApiTest -Dasyncapi.write=true`, then read and commit"
                        + " the difference.")
                .isEqualTo(made);
    }

    @ParameterizedTest
    @MethodSource("dev.vetrina.events.GoldenEventsTest#types")
    void theExampleOfAnEventIsWhatItsSchemaSays(String type) throws IOException {
        assertThat(errors(type, YAML.readTree(GoldenEvents.json(type)))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("dev.vetrina.events.GoldenEventsTest#types")
    void aWrongFieldIsSeen(String type) throws IOException {
        ObjectNode wrong = (ObjectNode) YAML.readTree(GoldenEvents.json(type));
        wrong.put("sequence", "first");
        assertThat(errors(type, wrong)).isNotEmpty();
        wrong.remove("sequence");
        assertThat(errors(type, wrong)).isNotEmpty();
    }

    @Test
    void anOrdersEventMayBeOfATest() throws IOException {
        ObjectNode event = (ObjectNode) YAML.readTree(GoldenEvents.json("order.placed.v1"));

        assertThat(errors("order.placed.v1", YAML.readTree(EventJson.asTest(event.toString()))))
                .isEmpty();
        assertThat(errors("order.placed.v1", event.put("test", "yes"))).isNotEmpty();
    }

    @Test
    void everyTopicIsAChannelAndEveryEventIsInOne() throws IOException {
        JsonNode channels = committed().path("channels");
        assertThat(channels.properties().stream().map(channel -> channel.getKey()))
                .containsExactlyElementsOf(
                        Topics.all().stream().map(Topics.Topic::name).toList());
        assertThat(channels.properties().stream()
                        .flatMap(channel -> channel.getValue().path("messages").properties().stream())
                        .map(message -> message.getKey()))
                .containsExactlyInAnyOrderElementsOf(GoldenEventsTest.types().toList());
    }

    @Test
    void anEventOfWhichNothingIsToldFailsTheBuild() throws IOException {
        ObjectNode frame = (ObjectNode) frame();
        ((ObjectNode) frame.path("events")).remove("order.placed.v1");
        assertThatThrownBy(() -> new AsyncApi(frame).make()).hasMessageContaining("order.placed.v1");
    }

    private static Set<ValidationMessage> errors(String type, JsonNode event) throws IOException {
        JsonNode document = committed();
        ObjectNode schema = document.path("components")
                .path("messages")
                .path(type)
                .path("payload")
                .deepCopy();
        schema.set("components", document.path("components"));
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(
                        schema,
                        SchemaValidatorsConfig.builder()
                                .formatAssertionsEnabled(true)
                                .build())
                .validate(event);
    }

    private static JsonNode committed() throws IOException {
        return YAML.readTree(Files.readString(COMMITTED));
    }

    private static JsonNode frame() throws IOException {
        return YAML.readTree(Files.readString(FRAME));
    }
}
