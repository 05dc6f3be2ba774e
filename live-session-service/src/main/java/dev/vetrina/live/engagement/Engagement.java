package dev.vetrina.live.engagement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What the other features ask about reactions and looks at products. */
@ApplicationScoped
public class Engagement {

    /** Stands for the market where nobody said one. */
    public static final String NO_MARKET = "";

    private final EngagementRepository engagement;

    Engagement(EngagementRepository engagement) {
        this.engagement = engagement;
    }

    /** Reactions of any kind in one minute of one market. */
    public record Reactions(String market, Instant minute, long count) {}

    /** Looks at one product in one minute of one market. */
    public record Looks(UUID productId, String market, Instant minute, long impressions, long clicks) {}

    /** Totals of each kind, by session; a session without any is absent. */
    @Transactional
    public Map<UUID, Map<String, Long>> reactionTotals(Collection<UUID> sessionIds) {
        return engagement.reactionTotals(sessionIds);
    }

    @Transactional
    public List<Reactions> reactions(UUID sessionId) {
        return engagement.reactions(sessionId);
    }

    @Transactional
    public List<Looks> looks(UUID sessionId) {
        return engagement.looks(sessionId);
    }
}
