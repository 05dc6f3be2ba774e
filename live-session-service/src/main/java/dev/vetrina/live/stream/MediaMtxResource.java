package dev.vetrina.live.stream;

import dev.vetrina.kit.problem.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/**
 * MediaMTX asks whether somebody may publish or read, which changes nothing here, and runs commands when a stream is there
 * and when it is gone; they tell of it. It takes 2xx for yes and everything else for no. Gateways do not route it.
 */
@Path("/internal/ingest/mediamtx")
@RunOnVirtualThread
class MediaMtxResource {

    private final HookSecret secret;
    private final IngestHooks hooks;

    MediaMtxResource(HookSecret secret, IngestHooks hooks) {
        this.secret = secret;
        this.hooks = hooks;
    }

    @POST
    @Path("/auth")
    @PermitAll
    @Operation(hidden = true)
    public void authenticate(@QueryParam("secret") @Nullable String shown, @Valid @NotNull MediaMtxAuth asked) {
        secret.require(shown);
        Optional<UUID> session = SessionName.of(asked.path());
        boolean allowed = switch (asked.action()) {
            case "publish" -> session.isPresent() && knowsKey(asked, session);
            // The host may look before the viewers do.
            case "read" ->
                session.isPresent()
                        && (hooks.mayWatch(session.get(), asked.ticket(), asked.pass()) || knowsKey(asked, session));
            default -> false;
        };
        if (!allowed) {
            // With 401, and no other status, it asks clients for what they have not sent yet.
            throw ProblemException.of(
                    401, "stream-refused", "Not allowed", "The key is not, or no longer, one of this session.");
        }
    }

    @POST
    @Path("/events")
    @PermitAll
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public void tell(@QueryParam("secret") @Nullable String shown, @Valid @BeanParam MediaMtxEvent told) {
        secret.require(shown);
        UUID session = SessionName.of(told.path).orElseThrow(MediaMtxResource::notStreaming);
        String connection = "mediamtx " + told.id;
        boolean taken = switch (told.event) {
            case "ready" -> hooks.connected(session, connection);
            case "alive" -> hooks.alive(session, connection);
            default -> {
                hooks.disconnected(session, connection);
                yield true;
            }
        };
        if (!taken) {
            throw notStreaming();
        }
    }

    private boolean knowsKey(MediaMtxAuth asked, Optional<UUID> session) {
        return asked.keys().anyMatch(key -> hooks.sessionFor(key, session).isPresent());
    }

    private static ProblemException notStreaming() {
        return ProblemException.of(
                403, "stream-refused", "Not streamed", "This is not the connection of a session's encoder.");
    }
}
