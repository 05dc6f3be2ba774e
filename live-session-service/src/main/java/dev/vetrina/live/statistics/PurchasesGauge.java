package dev.vetrina.live.statistics;

import dev.vetrina.live.pulse.Gauge;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** How much was bought, as viewers may know it: paid orders of the session so far. */
@ApplicationScoped
class PurchasesGauge implements Gauge {

    private final StatisticsRepository statistics;

    PurchasesGauge(StatisticsRepository statistics) {
        this.statistics = statistics;
    }

    @Override
    public String name() {
        return "purchases";
    }

    @Override
    @Transactional
    public Map<UUID, Long> read(Collection<UUID> sessionIds) {
        Map<UUID, Long> paid = statistics.paidOrders(sessionIds);
        return sessionIds.stream().collect(Collectors.toMap(id -> id, id -> paid.getOrDefault(id, 0L)));
    }
}
