package dev.vetrina.live.feed;

import dev.vetrina.live.session.Sessions;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

@Path("/v1/sessions/{id}/playback-passes")
@RunOnVirtualThread
@Tag(name = "Sessions")
class PlaybackPassResource {

    private final PlaybackPasses passes;
    private final Sessions sessions;

    PlaybackPassResource(PlaybackPasses passes, Sessions sessions) {
        this.passes = passes;
        this.sessions = sessions;
    }

    @POST
    @PermitAll
    @ResponseStatus(201)
    @Operation(
            operationId = "issuePlaybackPass",
            summary = "Get a pass to the session's picture",
            description =
                    "For the picture of a session to which only some are let in, for whoever may watch it: the player"
                            + " sends it as `pass` in the query of every request. It is valid for hours and opens the picture"
                            + " alone, also for whoever it is handed on to, until it ends. Everybody else's picture needs none.")
    public PlaybackPassView issue(@PathParam("id") UUID id) {
        sessions.requireViewable(id);
        return passes.issue(id);
    }
}
