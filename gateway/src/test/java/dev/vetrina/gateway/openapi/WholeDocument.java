package dev.vetrina.gateway.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The document of the whole API as it follows from the services' builds and the gateway's own files. */
final class WholeDocument {

    static final List<String> SERVICES = List.of("catalog-service", "live-session-service", "order-service");
    static final YAMLMapper YAML = YAMLMapper.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .build();

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path FILES = Path.of("src/main/openapi");
    private static final Path EXAMPLES = FILES.resolve("examples");
    private static final Path STORY = EXAMPLES.resolve("story.yaml");

    private static @Nullable JsonNode made;

    private WholeDocument() {}

    /** A copy of its own for every caller, as reading the services' code takes seconds. */
    static synchronized JsonNode make() throws IOException {
        if (made == null) {
            made = makeAnew();
        }
        return made.deepCopy();
    }

    private static JsonNode makeAnew() throws IOException {
        ApiDocument document = new ApiDocument(frame());
        ProblemTable problems = ProblemTable.read(Path.of(".."));
        for (String service : SERVICES) {
            JsonNode part = documentOf(service);
            problems.requireAllOf(part);
            document.add(service, part);
        }
        JsonNode merged = document.merged();
        addPageSession(merged.at("/components/schemas"));
        Bounds.addTo(merged);
        problems.addTo(merged);
        examples().addTo(merged);
        return merged;
    }

    /** On a session's page the lineup stands beside the session. */
    private static void addPageSession(JsonNode schemas) {
        ObjectNode session = schemas.path("SessionSnapshot").deepCopy();
        ((ObjectNode) session.path("properties")).remove("lineup");
        ArrayNode required = session.putArray("required");
        schemas.at("/SessionSnapshot/required").forEach(name -> {
            if (!name.asText().equals("lineup")) {
                required.add(name);
            }
        });
        ((ObjectNode) schemas).set("PageSession", session);
    }

    static JsonNode frame() throws IOException {
        return read(FILES.resolve("gateway.yaml"));
    }

    static JsonNode read(Path yaml) throws IOException {
        return YAML.readTree(Files.readString(yaml));
    }

    static Examples examples() throws IOException {
        Examples examples = new Examples(read(STORY));
        try (Stream<Path> files = Files.list(EXAMPLES)) {
            for (Path file : files.filter(file -> !file.equals(STORY)).sorted().toList()) {
                examples.add(read(file));
            }
        }
        return examples;
    }

    private static JsonNode documentOf(String service) throws IOException {
        Path document = Path.of("..", service, "target", "openapi", "openapi.json");
        assertThat(document)
                .as(
                        "Build %s first: its document is made when it is built, as in `./mvnw package -f %s`",
                        service, service)
                .exists();
        return JSON.readTree(Files.readString(document));
    }
}
