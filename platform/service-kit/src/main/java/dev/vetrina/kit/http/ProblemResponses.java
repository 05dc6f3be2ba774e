package dev.vetrina.kit.http;

import dev.vetrina.kit.problem.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Documents the answers that every operation can give, so that no resource has to repeat them. */
public class ProblemResponses implements OASFilter {

    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (document.getPaths() == null) {
            return;
        }
        document.getPaths()
                .getPathItems()
                .values()
                .forEach(
                        item -> item.getOperations().forEach((method, operation) -> describe(item, method, operation)));
    }

    private static void describe(PathItem item, PathItem.HttpMethod method, Operation operation) {
        Map<String, String> answers = new LinkedHashMap<>();
        answers.put("400", "The request cannot be read.");
        if (operation.getSecurity() != null && !operation.getSecurity().isEmpty()) {
            answers.put("401", "No valid access token.");
            answers.put("403", "The caller may see it but not do this.");
        }
        if (hasParameter(item, operation, Parameter.In.PATH, null)) {
            answers.put("404", "There is none, or the caller may not see it.");
        }
        if (method != PathItem.HttpMethod.GET) {
            answers.put("409", "The state, or the stock, does not allow it.");
        }
        if (hasParameter(item, operation, Parameter.In.HEADER, "If-Match")) {
            answers.put("412", "It was changed since the client read it.");
            answers.put("428", "If-Match is missing.");
        }
        if (operation.getRequestBody() != null) {
            answers.put("413", "The body is larger than allowed.");
            answers.put("415", "The media type is not supported.");
        }
        answers.put("422", "The input breaks a rule: see violations.");
        answers.put("503", "Not available right now; without effect. See Retry-After.");
        if (operation.getResponses() == null) {
            operation.setResponses(OASFactory.createAPIResponses());
        }
        // What the framework put there by itself has no content of ours.
        answers.forEach((status, description) -> operation.getResponses().addAPIResponse(status, problem(description)));
    }

    private static boolean hasParameter(
            PathItem item, Operation operation, Parameter.In in, @org.jspecify.annotations.Nullable String name) {
        return java.util.stream.Stream.of(item.getParameters(), operation.getParameters())
                .flatMap(parameters -> Optional.ofNullable(parameters).orElse(List.of()).stream())
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
