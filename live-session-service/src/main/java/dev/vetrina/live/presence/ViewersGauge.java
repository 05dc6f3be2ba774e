package dev.vetrina.live.presence;

import dev.vetrina.live.pulse.Gauge;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Open connections over all gateways and markets. */
@ApplicationScoped
class ViewersGauge implements Gauge {

    private final Presence presence;

    ViewersGauge(Presence presence) {
        this.presence = presence;
    }

    @Override
    public String name() {
        return "viewers";
    }

    @Override
    public Map<UUID, Integer> read(Collection<UUID> sessionIds) {
        Map<UUID, Integer> viewers = presence.viewersNow(sessionIds);
        return sessionIds.stream().collect(Collectors.toMap(id -> id, id -> viewers.getOrDefault(id, 0)));
    }
}
