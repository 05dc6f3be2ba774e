package dev.vetrina.localstack.http;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A request that can be sent more than once. Each method returns one with that much more in it. */
public record Call(
        String method,
        String path,
        @Nullable String token,
        @Nullable String body,
        String mediaType,
        @Nullable String key,
        @Nullable String ifMatch) {

    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final String JSON = "application/json";

    public static Call get(String path) {
        return new Call("GET", path, null, null, JSON, null, null);
    }

    public static Call post(String path) {
        return new Call("POST", path, null, null, JSON, null, null);
    }

    public static Call put(String path) {
        return new Call("PUT", path, null, null, JSON, null, null);
    }

    /** The same at another path. */
    Call at(String otherPath) {
        return new Call(method, otherPath, token, body, mediaType, key, ifMatch);
    }

    public Call as(String bearerToken) {
        return new Call(method, path, bearerToken, body, mediaType, key, ifMatch);
    }

    public Call json(Object value) {
        return new Call(method, path, token, Json.write(value), JSON, key, ifMatch);
    }

    public Call text(String content, String type) {
        return new Call(method, path, token, content, type, key, ifMatch);
    }

    /** The {@code Idempotency-Key}, with which a POST may be sent again. */
    public Call key(String idempotencyKey) {
        return new Call(method, path, token, body, mediaType, idempotencyKey, ifMatch);
    }

    public Call ifMatch(String etag) {
        return new Call(method, path, token, body, mediaType, key, etag);
    }

    HttpRequest request(URI base) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path))
                .timeout(LIMIT)
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (body != null) {
            request.header("Content-Type", mediaType);
        }
        header(request, "Authorization", token == null ? null : "Bearer " + token);
        header(request, "Idempotency-Key", key);
        header(request, "If-Match", ifMatch);
        return request.build();
    }

    private static void header(HttpRequest.Builder request, String name, @Nullable String value) {
        if (value != null) {
            request.header(name, value);
        }
    }
}
