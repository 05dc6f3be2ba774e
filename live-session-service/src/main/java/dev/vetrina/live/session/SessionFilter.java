package dev.vetrina.live.session;

import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which sessions of the list are asked for, and in which order. */
public class SessionFilter {

    @Schema(name = "SessionsWhen")
    enum When {
        /** Announced, the next first. */
        UPCOMING,
        /** Live or paused, the latest first. */
        LIVE,
        /** Over, the latest first. */
        PAST
    }

    @QueryParam("when")
    @Parameter(
            description =
                    "A shelf of the shop front: UPCOMING begins with the next, LIVE (paused ones too) and PAST with"
                            + " the latest. Without it sessions come in the order in which they were created.")
    @Nullable
    When when;

    @QueryParam("status")
    @Nullable
    SessionStatus status;

    @QueryParam("creatorId")
    @Nullable
    UUID creatorId;

    @QueryParam("market")
    @Pattern(regexp = "[A-Z]{2}")
    @Parameter(description = "Only those shown in this market")
    @Nullable
    String market;

    @QueryParam("from")
    @Parameter(
            description = "Only those that start, or started, then or later",
            schema = @Schema(type = SchemaType.STRING, format = "date-time"))
    @Nullable
    Instant from;

    @QueryParam("to")
    @Parameter(
            description = "Only those that start, or started, before",
            schema = @Schema(type = SchemaType.STRING, format = "date-time"))
    @Nullable
    Instant to;
}
