package dev.vetrina.live.session;

import dev.vetrina.kit.http.Versioned;
import dev.vetrina.live.card.CardView;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "Lineup", description = "The products of a session, in the order in which they are shown")
record LineupView(
        UUID sessionId,

        @Schema(description = "The session's version") long version,

        @Schema(description = "The market whose prices are shown")
        String market,

        @Nullable UUID pinnedProductId,
        List<CardView> items)
        implements Versioned {

    static LineupView of(SessionSnapshot session) {
        return new LineupView(
                session.id(), session.version(), session.market(), session.pinnedProductId(), session.lineup());
    }
}
