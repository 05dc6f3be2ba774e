package dev.vetrina.gateway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vetrina.kit.security.Scopes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The problems that no operation makes itself: the kit and the gateway answer them for all. */
final class CommonProblems {

    private static final List<ProblemCode> EVERYWHERE = List.of(
            new ProblemCode(401, "unauthenticated", "A valid access token is needed"),
            new ProblemCode(403, "forbidden", "Not allowed"),
            new ProblemCode(404, "not-found", "Not found"),
            new ProblemCode(412, "stale-version", "It was changed meanwhile"),
            new ProblemCode(428, "precondition-required", "If-Match is required"),
            new ProblemCode(413, "body-too-large", "The body is larger than allowed"),
            new ProblemCode(415, "unsupported-media-type", "The media type is not supported"),
            new ProblemCode(422, "invalid-input", ProblemCode.INVALID),
            new ProblemCode(503, "overloaded", ProblemCode.UNAVAILABLE),
            new ProblemCode(503, "temporarily-unavailable", ProblemCode.UNAVAILABLE),
            new ProblemCode(503, "upstream-unavailable", ProblemCode.UNAVAILABLE));
    private static final List<ProblemCode> OF_JSON = List.of(
            new ProblemCode(400, "malformed-json", ProblemCode.MALFORMED),
            new ProblemCode(400, "unknown-field", ProblemCode.MALFORMED),
            new ProblemCode(400, "wrong-type", ProblemCode.MALFORMED),
            new ProblemCode(400, "invalid-character", ProblemCode.MALFORMED));
    private static final ProblemCode OTHERWISE = new ProblemCode(400, "bad-request", ProblemCode.MALFORMED);
    private static final ProblemCode LOST_RACE = new ProblemCode(409, "concurrent-change", ProblemCode.CONFLICT);
    private static final ProblemCode NO_SCOPE =
            new ProblemCode(403, "insufficient-scope", "The access token lacks a scope");
    private static final ProblemCode SUSPENDED = new ProblemCode(403, "brand-suspended", "The brand is suspended");
    private static final Set<String> OWED_TO_BUYERS = Set.of(Scopes.FULFILMENT_WRITE, Scopes.ORDERS_WRITE);
    private static final Map<String, String> WHY = Map.of(
            "404", "There is none, or the caller may not see it.",
            "409", "The state, or the stock, does not allow it.",
            "429", "Too many, too fast: repeat it after Retry-After.");

    private CommonProblems() {}

    /** @param changes whether the operation changes something */
    static List<ProblemCode> of(JsonNode operation, boolean changes) {
        List<ProblemCode> problems = new ArrayList<>(EVERYWHERE);
        problems.addAll(operation.at("/requestBody/content").has("application/json") ? OF_JSON : List.of(OTHERWISE));
        problems.add(LOST_RACE);
        String scope = neededScope(operation);
        if (!scope.isEmpty()) {
            problems.add(NO_SCOPE);
            if (changes && !OWED_TO_BUYERS.contains(scope)) {
                problems.add(SUSPENDED);
            }
        }
        return problems;
    }

    /** Empty where none is needed, or none of who is nobody. */
    private static String neededScope(JsonNode operation) {
        JsonNode security = operation.path("security");
        return security.size() == 1
                ? security.path(0).path("openIdConnect").path(0).asText()
                : "";
    }

    /** For a status that the operation answers though none of its kind would. */
    static ObjectNode response(ObjectNode responses, String status) {
        ObjectNode response = responses.objectNode();
        response.put("description", WHY.getOrDefault(status, "It is refused: see the code."));
        response.withObjectProperty("content")
                .withObjectProperty("application/problem+json")
                .withObjectProperty("schema")
                .put("$ref", "#/components/schemas/Problem");
        return response;
    }
}
