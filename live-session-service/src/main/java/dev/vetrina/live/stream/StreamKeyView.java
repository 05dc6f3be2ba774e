package dev.vetrina.live.stream;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "StreamKey", description = "What lets an encoder in; it is shown here and never again")
record StreamKeyView(
        UUID sessionId,

        @Schema(description = "The encoder's server", examples = "rtmp://ingest.example.com/live")
        String ingestUrl,

        @Schema(
                description = "The encoder's stream key, as it is entered there",
                examples = "0198c0de-0002-7000-8000-000000000002?key=sk_Zm9yIG9uZSBzZXNzaW9uIG9ubHkh")
        String streamKey,

        Instant keyChangedAt) {}
