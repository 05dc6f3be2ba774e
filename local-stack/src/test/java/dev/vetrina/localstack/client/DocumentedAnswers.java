package dev.vetrina.localstack.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import dev.vetrina.localstack.contract.Exchange;
import dev.vetrina.localstack.http.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Says where an answer is not what the API's document promises: its status, its media type, its body. */
public final class DocumentedAnswers implements Function<Exchange, List<String>> {

    private static final String IRI = "https://vetrina.dev/openapi.json";
    private static final SchemaValidatorsConfig STRICT = SchemaValidatorsConfig.builder()
            .formatAssertionsEnabled(true)
            .typeLoose(false)
            .build();

    private final JsonNode paths;
    private final JsonSchemaFactory schemas;

    private DocumentedAnswers(JsonNode document) {
        this.paths = document.path("paths");
        this.schemas = JsonSchemaFactory.getInstance(
                SpecVersion.VersionFlag.V202012,
                factory -> factory.schemaLoaders(
                        loaders -> loaders.schemas(iri -> IRI.equals(iri) ? Json.write(document) : null)));
    }

    /** The document at the root of the project. */
    public static DocumentedAnswers ofTheProject() throws IOException {
        Path project = Path.of(System.getProperty("vetrina.project", ".."));
        return of(Files.readString(project.resolve("docs/openapi.yaml")));
    }

    static DocumentedAnswers of(String yaml) throws IOException {
        return new DocumentedAnswers(new YAMLMapper().readTree(yaml));
    }

    @Override
    public List<String> apply(Exchange exchange) {
        Optional<String> template = template(exchange.target().getPath());
        if (template.isEmpty()) {
            return List.of("the path is not documented");
        }
        String method = exchange.method().toLowerCase(Locale.ROOT);
        JsonNode answers = paths.path(template.get()).path(method).path("responses");
        String status = Integer.toString(exchange.status());
        if (!answers.has(status)) {
            return List.of("the status is not documented");
        }
        JsonNode content = answers.path(status).path("content");
        if (content.isMissingNode() || content.isEmpty()) {
            return exchange.body().isEmpty() ? List.of() : List.of("a body is not documented");
        }
        String type = exchange.headers()
                .firstValue("Content-Type")
                .map(value -> value.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
                .orElse("");
        if (!content.has(type)) {
            return List.of("the media type '" + type + "' is not documented");
        }
        return isJson(type)
                ? judged(
                        pointer("paths", template.get(), method, "responses", status, "content", type, "schema"),
                        exchange.body())
                : List.of();
    }

    private List<String> judged(String pointer, String body) {
        return schemas.getSchema(SchemaLocation.of(IRI + "#" + pointer), STRICT).validate(Json.read(body)).stream()
                .map(ValidationMessage::getMessage)
                .toList();
    }

    /** A literal path counts before one with parameters. */
    private Optional<String> template(String path) {
        return paths.propertyStream()
                .map(Map.Entry::getKey)
                .filter(template -> matches(template, path))
                .min(Comparator.comparingLong(
                        template -> template.chars().filter(c -> c == '{').count()));
    }

    private static boolean matches(String template, String path) {
        return Pattern.matches(template.replaceAll("\\{[^}]+}", "[^/]+"), path);
    }

    private static boolean isJson(String type) {
        return type.equals("application/json") || type.endsWith("+json");
    }

    private static String pointer(String... steps) {
        StringBuilder pointer = new StringBuilder();
        for (String step : steps) {
            pointer.append('/')
                    .append(step.replace("~", "~0")
                            .replace("/", "~1")
                            .replace("{", "%7B")
                            .replace("}", "%7D"));
        }
        return pointer.toString();
    }
}
