package dev.vetrina.kit.audit;

import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which entries are asked for; what is not given does not matter. */
public class AuditQuery {

    @QueryParam("object")
    @Size(min = 1, max = 200)
    @Parameter(description = "An id, or another part of a path such as a market's code")
    @Nullable
    String object;

    @QueryParam("actor")
    @Size(min = 1, max = 200)
    @Parameter(description = "The subject of the caller's token")
    @Nullable
    String actor;

    @QueryParam("from")
    @Parameter(description = "The first moment, inclusive")
    @Nullable
    Instant from;

    @QueryParam("to")
    @Parameter(description = "The last moment, exclusive")
    @Nullable
    Instant to;
}
