package dev.vetrina.kit.http;

import dev.vetrina.kit.problem.Problem;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.jboss.jandex.IndexView;
import org.jspecify.annotations.Nullable;

/**
 * Documents what is alike in every operation, so that no resource has to repeat it: the problems it can answer with, who may
 * call it, its headers. Runs while a service is built.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class ProblemResponses implements OASFilter {

    private static final String SCHEME = "openIdConnect";
    private static final String DISCOVERY = "vetrina.openapi.open-id-connect-url";

    private final Map<String, DocumentedMethod> methods = new HashMap<>();

    public ProblemResponses(IndexView index) {
        DocumentedMethod.allIn(index).forEach(method -> methods.put(method.operationId(), method));
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (document.getPaths() == null) {
            return;
        }
        if (document.getComponents() == null) {
            document.setComponents(OASFactory.createComponents());
        }
        document.getComponents()
                .addSecurityScheme(
                        SCHEME,
                        OASFactory.createSecurityScheme()
                                .type(SecurityScheme.Type.OPENIDCONNECT)
                                .description("An access token (JWT) of the identity provider")
                                .openIdConnectUrl(ConfigProvider.getConfig().getValue(DISCOVERY, String.class)));
        document.getPaths()
                .getPathItems()
                .values()
                .forEach(
                        item -> item.getOperations().forEach((method, operation) -> describe(item, method, operation)));
    }

    private void describe(PathItem item, PathItem.HttpMethod method, Operation operation) {
        Optional<DocumentedMethod> source =
                Optional.ofNullable(operation.getOperationId()).map(methods::get);
        source.ifPresent(found -> {
            CallersOfOperation.describe(operation, found, SCHEME);
            if (found.idempotent()) {
                operation.addParameter(idempotencyKey());
            }
        });
        APIResponses responses = OASFactory.createAPIResponses();
        Map<String, APIResponse> answers = new TreeMap<>();
        successes(operation).forEach((status, response) -> {
            source.ifPresent(found -> describeHeaders(found, response));
            answers.put(source.map(found -> found.successStatus(status)).orElse(status), response);
        });
        problems(item, method, operation, source).forEach((status, text) -> answers.putIfAbsent(status, problem(text)));
        answers.forEach(responses::addAPIResponse);
        operation.setResponses(responses);
    }

    private static Parameter idempotencyKey() {
        return OASFactory.createParameter()
                .name("Idempotency-Key")
                .in(Parameter.In.HEADER)
                .required(true)
                .description("A fresh value for every new intent; a repeat with the same body gets the same answer")
                .schema(OASFactory.createSchema()
                        .addType(org.eclipse.microprofile.openapi.models.media.Schema.SchemaType.STRING)
                        .minLength(1)
                        .maxLength(255));
    }

    private static void describeHeaders(DocumentedMethod method, APIResponse response) {
        if (method.versioned()) {
            response.addHeader("ETag", header("The version, for If-Match"));
        }
        if (method.created()) {
            response.addHeader("Location", header("Where it is"));
        }
        if (method.idempotent()) {
            response.addHeader("Idempotent-Replayed", header("`true` if this is the answer to an earlier request"));
        }
    }

    private static org.eclipse.microprofile.openapi.models.headers.Header header(String description) {
        return OASFactory.createHeader()
                .description(description)
                .schema(OASFactory.createSchema()
                        .addType(org.eclipse.microprofile.openapi.models.media.Schema.SchemaType.STRING));
    }

    /** What the framework put there besides by itself, such as an empty 401, has no content of ours. */
    private static Map<String, APIResponse> successes(Operation operation) {
        Map<String, APIResponse> successes = new TreeMap<>();
        if (operation.getResponses() != null && operation.getResponses().getAPIResponses() != null) {
            operation.getResponses().getAPIResponses().forEach((status, response) -> {
                if (status.startsWith("2")) {
                    successes.put(status, response);
                }
            });
        }
        return successes;
    }

    private static Map<String, String> problems(
            PathItem item, PathItem.HttpMethod method, Operation operation, Optional<DocumentedMethod> source) {
        Map<String, String> problems = new TreeMap<>();
        problems.put("400", "The request cannot be read.");
        source.filter(DocumentedMethod::secured).ifPresent(secured -> {
            problems.put("401", "No valid access token.");
            problems.put("403", secured.forbiddenText());
        });
        if (hasParameter(item, operation, Parameter.In.PATH, null)) {
            problems.put("404", "There is none, or the caller may not see it.");
        }
        if (method != PathItem.HttpMethod.GET) {
            problems.put("409", "The state, or the stock, does not allow it.");
        }
        if (hasParameter(item, operation, Parameter.In.HEADER, "If-Match")) {
            problems.put("412", "It was changed since the client read it.");
            problems.put("428", "If-Match is missing.");
        }
        if (operation.getRequestBody() != null) {
            problems.put("413", "The body is larger than allowed.");
            problems.put("415", "The media type is not supported.");
        }
        problems.put("422", "The input breaks a rule: see violations.");
        problems.put(
                "503",
                "Not available right now: repeat it after Retry-After, with the same Idempotency-Key where there is one.");
        return problems;
    }

    private static boolean hasParameter(PathItem item, Operation operation, Parameter.In in, @Nullable String name) {
        return Stream.of(
                        Optional.ofNullable(item.getParameters()).orElse(List.of()),
                        Optional.ofNullable(operation.getParameters()).orElse(List.of()))
                .flatMap(List::stream)
                .anyMatch(parameter ->
                        parameter.getIn() == in && (name == null || name.equalsIgnoreCase(parameter.getName())));
    }

    private static APIResponse problem(String description) {
        return OASFactory.createAPIResponse()
                .description(description)
                .content(OASFactory.createContent()
                        .addMediaType(
                                Problem.MEDIA_TYPE,
                                OASFactory.createMediaType()
                                        .schema(OASFactory.createSchema().ref("#/components/schemas/Problem"))));
    }
}
