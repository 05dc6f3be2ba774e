package dev.vetrina.live.stream;

import dev.vetrina.kit.http.Versioned;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "Stream", description = "The encoder of a session, as its host sees it")
record StreamView(
        UUID sessionId,

        @Schema(description = "Counts what its host edits; the encoder's coming and going does not raise it")
        long version,

        @Schema(description = "The encoder's server", examples = "rtmp://ingest.example.com/live")
        String ingestUrl,

        @Schema(description = "Whether there is a stream key. It is shown once, when it is made")
        boolean hasKey,

        @Nullable Instant keyChangedAt,

        @Schema(description = "Whether the session goes live by itself when the encoder connects")
        boolean startWhenStreaming,

        @Schema(description = "Whether an encoder is connected")
        boolean connected,

        @Nullable Instant connectedAt,

        @Schema(description = "Since when the encoder is away that was there before; null while it is there") @Nullable
        Instant lostAt,

        @Schema(
                description =
                        "Why the session did not go live by itself though the encoder is there, as the code that `start` would answer",
                examples = "lineup-empty")
        @Nullable
        String startRefused)
        implements Versioned {}
