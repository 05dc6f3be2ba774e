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

        @Schema(description = "The session of which it is a rehearsal, if it is one") @Nullable
        UUID rehearsalOf,

        Visibility visibility,

        @Schema(description = "IANA name of the zone in which the start is spoken of", examples = "Europe/London")
        String timeZone,

        @Schema(description = "The start as the clocks of that zone show it", examples = "2030-03-01T20:00") @Nullable
        String localStart,

        @Schema(description = "How long it is meant to be") @Nullable
        Integer plannedMinutes,

        Presentation presentation,

        @Schema(description = "The market whose prices are shown")
        String market,

        @Schema(description = "Whether goods can be bought in this market now")
        boolean marketOpen,

        @Schema(
                description =
                        "The products shown in this market, in their order: those that their brands sell there. Who works on the session sees the others, too, as not `offered`.")
        List<CardView> lineup,

        @Schema(description = "The deals that run or are about to in this market, the oldest first")
        List<ShownDeal> deals,

        @Schema(description = "The giveaways that are under way, the oldest first")
        List<ShownGiveaway> giveaways,

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
            boolean marketOpen,
            List<CardView> lineup,
            List<ShownDeal> deals,
            List<ShownGiveaway> giveaways,
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
                ids(lineup),
                session.pinnedProductId() != null && ids(lineup).contains(session.pinnedProductId())
                        ? session.pinnedProductId()
                        : null,
                session.origin().rehearsalOf(),
                session.announcement().visibility(),
                session.announcement().timeZone(),
                session.announcement().local(session.startsAt()),
                session.announcement().plannedMinutes(),
                session.announcement().presentation(),
                market,
                marketOpen,
                lineup,
                deals,
                giveaways,
                chat,
                playback,
                viewersNow,
                session.factSequence());
    }

    private static List<UUID> ids(List<CardView> lineup) {
        return lineup.stream().map(CardView::productId).toList();
    }
}
