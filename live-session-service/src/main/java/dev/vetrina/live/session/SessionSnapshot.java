package dev.vetrina.live.session;

import dev.vetrina.kit.http.Identified;
import dev.vetrina.kit.http.Versioned;
import dev.vetrina.live.card.CardView;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "SessionSnapshot", description = "A live show as the viewers of one market see it now")
public record SessionSnapshot(
        UUID id,
        long version,
        UUID creatorId,
        String title,
        List<String> markets,
        SessionStatus status,
        @Nullable Instant startsAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        List<UUID> productIds,
        @Nullable UUID pinnedProductId,

        @Schema(description = "The market whose prices are shown")
        String market,

        @Schema(description = "The products shown, in their order")
        List<CardView> lineup,

        @Schema(description = "The deals that run or are about to in this market, the oldest first")
        List<ShownDeal> deals,

        @Schema(description = "How the chat is run, and what is pinned there")
        ShownChat chat,
        @Schema(description = "Where its picture is seen; null until it is live, and for one without a stream")
        Playback.@Nullable Urls playback,

        @Schema(description = "Open connections to the feed")
        int viewersNow,

        @Schema(description = "The number of the latest fact that is reflected here; 0 before the first one")
        long sequence)
        implements Identified, Versioned {

    static SessionSnapshot of(
            Session session,
            String market,
            List<CardView> lineup,
            List<ShownDeal> deals,
            ShownChat chat,
            Playback.@Nullable Urls playback,
            int viewersNow) {
        return new SessionSnapshot(
                session.id(),
                session.version(),
                session.creatorId(),
                session.title(),
                session.markets(),
                session.status(),
                session.startsAt(),
                session.startedAt(),
                session.endedAt(),
                session.lineup(),
                session.pinnedProductId(),
                market,
                lineup,
                deals,
                chat,
                playback,
                viewersNow,
                session.factSequence());
    }
}
