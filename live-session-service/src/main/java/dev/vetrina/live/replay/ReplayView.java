package dev.vetrina.live.replay;

import dev.vetrina.live.card.CardView;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "Replay", description = "A show after its end, as viewers of one market can watch it and buy from it")
record ReplayView(
        UUID sessionId,
        String title,

        @Schema(description = "The market whose prices are shown")
        String market,

        Instant startedAt,
        Instant endedAt,

        @Schema(description = "The show's running time, without its pauses")
        long durationMillis,

        @Schema(description = "Null where shows are not recorded") @Nullable
        Recording recording,

        @Schema(description = "What was on screen when, in its order; at most the first 2,000")
        List<Chapter> chapters,

        @Schema(
                description =
                        "The products that were on screen or in the lineup, as they are today: buyable where they are `listed` and not `soldOut`")
        List<CardView> products,

        @Schema(description = "Every fact of the feed with its offset", examples = "/v1/sessions/{id}/timeline")
        String timelinePath,

        @Schema(description = "The chat, in time", examples = "/v1/sessions/{id}/chat-messages")
        String chatPath) {

    @Schema(
            name = "Recording",
            description =
                    "A fact's place in it is leadMillis + the fact's offsetMillis if pauses are recorded, or else its positionMillis")
    record Recording(
            String url,

            @Schema(description = "How much of it lies before the start of the show")
            long leadMillis,

            @Schema(description = "Whether it runs on while the show pauses")
            boolean pausesRecorded) {}

    @Schema(name = "Chapter", description = "A product on screen; its place in the recording")
    record Chapter(
            @Schema(description = "The number of the fact that told of it")
            long sequence,

            UUID productId,
            Instant shownAt,
            long fromMillis,
            long toMillis) {}
}
