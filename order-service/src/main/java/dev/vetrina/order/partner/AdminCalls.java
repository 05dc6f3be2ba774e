package dev.vetrina.order.partner;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vetrina.kit.problem.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import org.jboss.logging.Logger;

/** HTTP to the identity provider's administration: what it does not answer as it should is a 503 of ours. */
final class AdminCalls {

    private static final Logger LOG = Logger.getLogger(AdminCalls.class);
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);
    private static final ObjectMapper JSON = new ObjectMapper();

    /** One for all: each has threads and connections of its own, until it is collected. */
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TIMEOUT)
            .build();

    record Answer(int status, String body) {

        JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (JsonProcessingException e) {
                throw misunderstood("Its answer is no JSON.");
            }
        }
    }

    /** @throws ProblemException 503 for any other status than the expected */
    Answer send(HttpRequest.Builder request, int... expected) {
        HttpRequest built = request.timeout(TIMEOUT).build();
        HttpResponse<String> response = response(built);
        int status = response.statusCode();
        if (Arrays.stream(expected).anyMatch(wanted -> wanted == status)) {
            return new Answer(status, response.body());
        }
        LOG.errorf("%s %s answered %d", built.method(), built.uri(), status);
        if (status == 400 || status == 401 || status == 403) {
            throw ProblemException.unavailable(
                    "identity-admin-refused",
                    "The identity provider refuses vetrina.identity.admin.client-id: its secret is wrong, or it may not"
                            + " manage clients.",
                    RETRY_AFTER);
        }
        throw misunderstood("It answered " + status + ".");
    }

    private HttpResponse<String> response(HttpRequest request) {
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            LOG.warn("The identity provider's administration cannot be reached", e);
            throw away("The identity provider cannot be reached.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw away("Interrupted while the identity provider was asked.");
        }
    }

    String json(Map<String, ?> body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ProblemException misunderstood(String detail) {
        return away("The identity provider's administration was not understood. " + detail);
    }

    private static ProblemException away(String detail) {
        return ProblemException.unavailable("identity-provider-unavailable", detail, RETRY_AFTER);
    }
}
