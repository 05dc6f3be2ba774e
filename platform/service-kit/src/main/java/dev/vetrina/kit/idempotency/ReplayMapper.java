package dev.vetrina.kit.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.OptionalLong;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

class ReplayMapper {

    private static final MediaType JSON = MediaType.APPLICATION_JSON_TYPE.withCharset("UTF-8");

    private final ObjectMapper json;

    ReplayMapper(ObjectMapper json) {
        this.json = json;
    }

    @ServerExceptionMapper
    public Response replay(ReplayException e) {
        StoredAnswer answer = e.answer();
        Response.ResponseBuilder response = Response.status(answer.status()).header("Idempotent-Replayed", "true");
        if (answer.location() != null) {
            response.header("Location", answer.location());
        }
        if (answer.json() != null) {
            response.type(JSON).entity(answer.json());
            version(answer.json()).ifPresent(version -> response.tag(Long.toString(version)));
        }
        return response.build();
    }

    /** What was {@link dev.vetrina.kit.http.Versioned} when it was answered, has its version in the body. */
    private OptionalLong version(String body) {
        try {
            JsonNode version = json.readTree(body).path("version");
            return version.isIntegralNumber() ? OptionalLong.of(version.longValue()) : OptionalLong.empty();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored answer is not JSON", e);
        }
    }
}
