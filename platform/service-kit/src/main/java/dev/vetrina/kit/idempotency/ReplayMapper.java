package dev.vetrina.kit.idempotency;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

class ReplayMapper {

    @ServerExceptionMapper
    public Response replay(ReplayException e) {
        StoredAnswer answer = e.answer();
        Response.ResponseBuilder response = Response.status(answer.status()).header("Idempotent-Replayed", "true");
        if (answer.location() != null) {
            response.header("Location", answer.location());
        }
        if (answer.json() != null) {
            response.type(MediaType.APPLICATION_JSON_TYPE).entity(answer.json());
        }
        return response.build();
    }
}
