package dev.vetrina.live.stream;

import dev.vetrina.kit.problem.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/**
 * The notifications of nginx-rtmp-module, one address for {@code on_publish}, {@code on_update}, {@code on_publish_done} and
 * {@code on_play}. It sends a form, takes 2xx for yes, 3xx with a {@code Location} that is no address for "yes, under this name", and
 * everything else for no; a refused update cuts the connection. Gateways do not route it.
 */
@Path("/internal/ingest/nginx-rtmp")
@RunOnVirtualThread
class NginxRtmpResource {

    private static final int FOUND = 302;

    private final HookSecret secret;
    private final IngestHooks hooks;

    NginxRtmpResource(HookSecret secret, IngestHooks hooks) {
        this.secret = secret;
        this.hooks = hooks;
    }

    @POST
    @PermitAll
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public RestResponse<Void> notified(
            @QueryParam("secret") @Nullable String shown,
            @QueryParam("server") @DefaultValue("") @Pattern(regexp = "[\\w.-]{0,40}") String server,
            MultivaluedMap<String, String> form) {
        secret.require(shown);
        NginxRtmpCall call = NginxRtmpCall.of(server, form);
        return switch (call.call()) {
            case "publish" -> publish(call);
            case "update", "update_publish" -> update(call);
            case "publish_done" -> done(call);
            case "play" -> play(call);
            // Whatever else it is configured to tell asks for nothing: who plays already was let in.
            default -> RestResponse.noContent();
        };
    }

    private RestResponse<Void> publish(NginxRtmpCall call) {
        UUID sessionId = session(call);
        if (!hooks.connected(sessionId, call.connection())) {
            throw refused();
        }
        // A key that is the stream's name would be part of the address that viewers watch.
        return call.named().isPresent()
                ? RestResponse.noContent()
                : RestResponse.ResponseBuilder.<Void>create(FOUND)
                        .header(HttpHeaders.LOCATION, sessionId.toString())
                        .build();
    }

    private RestResponse<Void> update(NginxRtmpCall call) {
        if (!hooks.alive(session(call), call.connection())) {
            throw refused();
        }
        return RestResponse.noContent();
    }

    /** Also of a key that is no longer one: nobody can do anything about it. */
    private RestResponse<Void> done(NginxRtmpCall call) {
        hooks.sessionFor(call.key(), call.named()).ifPresent(id -> hooks.disconnected(id, call.connection()));
        return RestResponse.noContent();
    }

    /** Of everybody who may watch, and of the host, who may look before they do. */
    private RestResponse<Void> play(NginxRtmpCall call) {
        boolean watches = call.named()
                .filter(id -> hooks.mayWatch(id, call.ticket(), call.pass()))
                .isPresent();
        if (!watches && hooks.sessionFor(call.key(), call.named()).isEmpty()) {
            throw refused();
        }
        return RestResponse.noContent();
    }

    private UUID session(NginxRtmpCall call) {
        return hooks.sessionFor(call.key(), call.named()).orElseThrow(NginxRtmpResource::refused);
    }

    private static ProblemException refused() {
        return ProblemException.of(
                403, "stream-refused", "Not streamed", "The key is not, or no longer, one of a session to come.");
    }
}
