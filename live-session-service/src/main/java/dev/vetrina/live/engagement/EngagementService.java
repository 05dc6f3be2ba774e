package dev.vetrina.live.engagement;

import dev.vetrina.kit.problem.ProblemException;
import dev.vetrina.live.engagement.ProductInteractionsRequest.Interaction;
import dev.vetrina.live.session.Auditorium;
import io.github.bucket4j.TimeMeter;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes what viewers do, from memory alone once a session and a viewer are known. */
@ApplicationScoped
class EngagementService {

    private final Doorkeeper doorkeeper;
    private final RecentInteractions recent;
    private final EngagementCounter counter;
    private final ViewerLimits reactionLimits;
    private final ViewerLimits interactionLimits;

    EngagementService(
            Doorkeeper doorkeeper, RecentInteractions recent, EngagementCounter counter, EngagementConfig config) {
        this.doorkeeper = doorkeeper;
        this.recent = recent;
        this.counter = counter;
        this.reactionLimits = new ViewerLimits(
                "reactions", config.reactionsPerSecond(), config.reactionsAtOnce(), TimeMeter.SYSTEM_NANOTIME);
        this.interactionLimits = new ViewerLimits(
                "product-interactions",
                config.interactionBatchesPerSecond(),
                config.interactionBatchesAtOnce(),
                TimeMeter.SYSTEM_NANOTIME);
    }

    /** @throws ProblemException 409 {@code session-not-live} before its start, while nobody plays, and after its end */
    void react(UUID sessionId, @Nullable String ticket, ReactionRequest reaction) {
        Viewer viewer = doorkeeper.viewer(sessionId, ticket);
        Auditorium.Shown shown = doorkeeper.shown(sessionId);
        if (!shown.onAir()) {
            throw ProblemException.conflict("session-not-live", "Reactions are taken while the session is on air.");
        }
        requireShown(reaction.market(), shown);
        reactionLimits.take(viewer, reaction.times());
        counter.count(sessionId, count -> count.add(reaction.market(), reaction.kind(), reaction.times()));
    }

    /** Returns how many of them count. A product that has just left the lineup is no fault of the viewer's. */
    int look(UUID sessionId, @Nullable String ticket, ProductInteractionsRequest looks) {
        Viewer viewer = doorkeeper.viewer(sessionId, ticket);
        Auditorium.Shown shown = doorkeeper.shown(sessionId);
        requireShown(looks.market(), shown);
        interactionLimits.take(viewer, 1);
        Set<UUID> lineup = Set.copyOf(shown.productIds());
        List<Interaction> fresh = looks.interactions().stream()
                .filter(look -> lineup.contains(look.productId()))
                .filter(look -> recent.isNew(viewer, look.productId(), look.type()))
                .toList();
        if (!fresh.isEmpty()) {
            counter.count(
                    sessionId,
                    count -> fresh.forEach(look -> count.add(looks.market(), look.productId(), look.type())));
        }
        return fresh.size();
    }

    private static void requireShown(@Nullable String market, Auditorium.Shown shown) {
        if (market != null && !shown.markets().contains(market)) {
            throw ProblemException.of(
                            422,
                            "market-not-shown",
                            "The input breaks a rule",
                            "The session is not shown in the market " + market + ".")
                    .with("markets", shown.markets());
        }
    }
}
