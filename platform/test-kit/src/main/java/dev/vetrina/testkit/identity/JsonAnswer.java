package dev.vetrina.testkit.identity;

import java.util.Map;
import org.jose4j.json.JsonUtil;
import org.jspecify.annotations.Nullable;

/**
 * A status and a JSON body.
 *
 * @param location of what was made, or null
 */
record JsonAnswer(int status, String body, @Nullable String location) {

    JsonAnswer(int status, String body) {
        this(status, body, null);
    }

    static JsonAnswer created(String location) {
        return new JsonAnswer(201, "", location);
    }

    static JsonAnswer noContent() {
        return new JsonAnswer(204, "");
    }

    static JsonAnswer ok(Map<String, ?> body) {
        return new JsonAnswer(200, json(body));
    }

    /** An error as RFC 6749 names it. */
    static JsonAnswer error(int status, String code) {
        return new JsonAnswer(status, json(Map.of("error", code)));
    }

    @SuppressWarnings("unchecked")
    static String json(Map<String, ?> body) {
        return JsonUtil.toJson((Map<String, Object>) body);
    }
}
