package dev.vetrina.live.feed;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "PlaybackPass")
record PlaybackPassView(
        @Schema(description = "Opaque; append it as `pass` to the query of the address under `playback`")
        String pass,

        @Schema(description = "From then on the picture stays away: ask for another and open the address anew")
        Instant expiresAt) {}
