package dev.vetrina.localstack.access;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vetrina.localstack.http.Answer;
import dev.vetrina.localstack.http.Call;
import dev.vetrina.localstack.http.RestApi;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Calls operations with what they take, so that what is refused is refused for its sender. */
record WalkCalls(RestApi api, SampleBody bodies) {

    Answer send(Operation operation, String path, @Nullable String token) {
        return send(operation, path, bodies.query(operation), token);
    }

    Answer send(Operation operation, String path, String query, @Nullable String token) {
        return api.send(new Call(
                operation.method(),
                path + query,
                token,
                bodyOf(operation),
                operation.mediaType(),
                UUID.randomUUID().toString(),
                "\"0\""));
    }

    private @Nullable String bodyOf(Operation operation) {
        JsonNode body = operation.body();
        if (body.isMissingNode()) {
            return null;
        }
        return operation.mediaType().contains("json") ? bodies.of(body).toString() : "text";
    }

    JsonNode read(String path, String token) {
        return api.require(Call.get(path).as(token)).body();
    }
}
