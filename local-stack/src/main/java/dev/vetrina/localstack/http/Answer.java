package dev.vetrina.localstack.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Set;

/**
 * What came back.
 *
 * @param status of HTTP, or 0 if nothing came back at all
 * @param body missing if it was no JSON
 * @param etag empty if there was none
 * @param replayed whether it is the stored answer to an earlier request with the same key
 * @param took from sending to the last byte
 */
public record Answer(int status, JsonNode body, String etag, boolean replayed, Duration took) {

    private static final Set<String> PASSING = Set.of("not-yet-visible", "request-in-flight");

    public boolean succeeded() {
        return status >= 200 && status < 300;
    }

    /** The stable code of a problem document; empty if it is none. */
    public String code() {
        return body.path("code").asText("");
    }

    /** Whether the same request, with the same key, may well succeed in a moment. */
    public boolean isWorthRepeating() {
        return status == 0 || status == 429 || status >= 500 || PASSING.contains(code());
    }

    /** For the message of something that went wrong. */
    public String summary() {
        return status == 0 ? "no answer" : status + " " + (body.isMissingNode() ? "" : body.toString());
    }
}
