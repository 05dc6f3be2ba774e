package dev.vetrina.gateway.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vetrina.gateway.proxy.ServiceAnswer;
import dev.vetrina.kit.problem.ProblemException;
import java.io.IOException;

/**
 * A part that a page does without.
 *
 * @param status that the part's own operation has answered, or the gateway in its place
 */
record Missing(String part, int status, String code) {

    static Missing of(String part, ServiceAnswer refusal, ObjectMapper json) {
        return new Missing(part, refusal.status(), code(refusal, json));
    }

    static Missing of(String part, ProblemException problem) {
        return new Missing(part, problem.status(), problem.code());
    }

    private static String code(ServiceAnswer refusal, ObjectMapper json) {
        try {
            JsonNode problem = json.readTree(refusal.body().getBytes());
            return problem == null ? "upstream-failed" : problem.path("code").asText("upstream-failed");
        } catch (IOException e) {
            // Whatever has answered, it was not the service itself.
            return "upstream-failed";
        }
    }
}
