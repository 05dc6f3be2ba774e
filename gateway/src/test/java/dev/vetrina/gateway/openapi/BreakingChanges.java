package dev.vetrina.gateway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.openapitools.openapidiff.core.OpenApiCompare;
import org.openapitools.openapidiff.core.model.ChangedOpenApi;
import org.openapitools.openapidiff.core.model.ChangedOperation;

/** What in a document would break the clients of the released one, each as a line. */
final class BreakingChanges {

    private BreakingChanges() {}

    /** @param today decides whether what was announced may be gone */
    static List<String> between(JsonNode released, JsonNode document, LocalDate today) {
        JsonNode before = released.deepCopy();
        new Announced(today).takeOut(before);
        ObjectNode old = Downgraded.of(before);
        ObjectNode now = Downgraded.of(document);
        List<String> broken = new ArrayList<>();
        ChangedOpenApi difference = OpenApiCompare.fromSpecifications(parsed(old), parsed(now));
        difference
                .getMissingEndpoints()
                .forEach(gone -> broken.add(gone.getMethod() + " " + gone.getPathUrl() + " is gone"));
        difference.getChangedOperations().stream()
                .filter(ChangedOperation::isIncompatible)
                .forEach(operation -> broken.add(describe(operation)));
        broken.addAll(Overlooked.between(before, document));
        return broken;
    }

    private static String describe(ChangedOperation operation) {
        List<String> where = new ArrayList<>();
        if (operation.getParameters() != null && operation.getParameters().isIncompatible()) {
            where.add("parameters");
        }
        if (operation.resultRequestBody().isIncompatible()) {
            where.add("request body");
        }
        if (operation.resultApiResponses().isIncompatible()) {
            where.add("answers");
        }
        if (operation.resultSecurityRequirements().isIncompatible()) {
            where.add("security");
        }
        return "%s %s: %s".formatted(operation.getHttpMethod(), operation.getPathUrl(), String.join(", ", where));
    }

    private static io.swagger.v3.oas.models.OpenAPI parsed(ObjectNode document) {
        var parsed = new OpenAPIV3Parser().readContents(document.toString(), null, new ParseOptions());
        if (parsed.getOpenAPI() == null) {
            throw new IllegalStateException("Not a document of OpenAPI: " + parsed.getMessages());
        }
        return parsed.getOpenAPI();
    }
}
