package dev.vetrina.live.deal;

import dev.vetrina.live.card.Cards;
import dev.vetrina.live.pulse.Gauge;
import dev.vetrina.live.session.Auditorium;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Units left of the deals that run and of the product on screen. */
@ApplicationScoped
class StockGauge implements Gauge {

    private final DealStockRepository stock;
    private final Auditorium auditorium;
    private final Cards cards;
    private final DealConfig config;

    StockGauge(DealStockRepository stock, Auditorium auditorium, Cards cards, DealConfig config) {
        this.stock = stock;
        this.auditorium = auditorium;
        this.cards = cards;
        this.config = config;
    }

    /**
     * @param deals by deal
     * @param variants by variant of the pinned product, and no more than viewers are told: a brand's whole stock is its own business
     */
    record Left(Map<UUID, Long> deals, Map<UUID, Long> variants) {}

    @Override
    public String name() {
        return "stock";
    }

    @Override
    @Transactional
    public Map<UUID, Left> read(Collection<UUID> sessionIds) {
        Map<UUID, Map<UUID, Long>> deals = stock.running(sessionIds);
        Map<UUID, UUID> pinned = auditorium.pinned(sessionIds);
        Map<UUID, Map<UUID, Long>> available = cards.available(pinned.values());
        return sessionIds.stream()
                .distinct()
                .collect(Collectors.toMap(
                        Function.identity(),
                        id -> new Left(deals.getOrDefault(id, Map.of()), shown(available, pinned.get(id)))));
    }

    private Map<UUID, Long> shown(Map<UUID, Map<UUID, Long>> available, @Nullable UUID productId) {
        return Stream.ofNullable(productId)
                .flatMap(id -> available.getOrDefault(id, Map.of()).entrySet().stream())
                .collect(Collectors.toMap(
                        Map.Entry::getKey, variant -> Math.min(variant.getValue(), config.shownUnitsAtMost())));
    }
}
