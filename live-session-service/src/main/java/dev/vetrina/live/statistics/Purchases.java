package dev.vetrina.live.statistics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** How much was bought, as viewers may know it. */
@ApplicationScoped
public class Purchases {

    private final StatisticsRepository statistics;

    Purchases(StatisticsRepository statistics) {
        this.statistics = statistics;
    }

    /** Paid orders of each session so far; a session without orders is absent. */
    @Transactional
    public Map<UUID, Long> paidOrders(Collection<UUID> sessionIds) {
        return statistics.paidOrders(sessionIds);
    }
}
