package dev.vetrina.testkit.identity;

import java.util.Map;
import org.jose4j.json.JsonUtil;

/** A status and a JSON body. */
record JsonAnswer(int status, String body) {

    static JsonAnswer ok(Map<String, ?> body) {
        return new JsonAnswer(200, json(body));
    }

    /** An error as RFC 6749 names it. */
    static JsonAnswer error(int status, String code) {
        return new JsonAnswer(status, json(Map.of("error", code)));
    }

    @SuppressWarnings("unchecked")
    private static String json(Map<String, ?> body) {
        return JsonUtil.toJson((Map<String, Object>) body);
    }
}
