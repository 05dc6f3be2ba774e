package dev.vetrina.live.engagement;

import dev.vetrina.live.pulse.Gauge;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Reactions of the session so far, of each kind: totals, so that a frame that is missed loses nothing. */
@ApplicationScoped
class ReactionsGauge implements Gauge {

    private final Engagement engagement;

    ReactionsGauge(Engagement engagement) {
        this.engagement = engagement;
    }

    @Override
    public String name() {
        return "reactions";
    }

    @Override
    public Map<UUID, Map<String, Long>> read(Collection<UUID> sessionIds) {
        Map<UUID, Map<String, Long>> totals = engagement.reactionTotals(sessionIds);
        return sessionIds.stream().collect(Collectors.toMap(id -> id, id -> totals.getOrDefault(id, Map.of())));
    }
}
