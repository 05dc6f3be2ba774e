package dev.vetrina.live.session;

import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Where viewers see a session's picture. Answered by the feature that keeps streams, which needs sessions and so cannot be
 * needed by them.
 */
public interface Playback {

    @Schema(name = "Playback", description = "Where a session's picture is seen")
    record Urls(
            @Schema(description = "For every browser, some seconds late") @Nullable
            String hls,

            @Schema(description = "WHEP: below a second late") @Nullable
            String webrtc) {}

    /** Empty for a session without an encoder of its own. */
    Optional<Urls> of(UUID sessionId);
}
