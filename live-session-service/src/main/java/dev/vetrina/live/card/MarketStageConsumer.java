package dev.vetrina.live.card;

import dev.vetrina.events.CatalogEvent.MarketChanged;
import dev.vetrina.events.Topics;
import dev.vetrina.kit.consumer.EventConsumer;
import dev.vetrina.kit.consumer.ReceivedEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Set;

/** Keeps the stages of markets. A consumer of its own, so that it reads the markets that were known before it, too. */
@ApplicationScoped
class MarketStageConsumer implements EventConsumer {

    private final MarketStageRepository stages;
    private final Clock clock;

    MarketStageConsumer(MarketStageRepository stages, Clock clock) {
        this.stages = stages;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "market-stages";
    }

    @Override
    public Set<String> topics() {
        return Set.of(Topics.CATALOG_MARKETS);
    }

    @Override
    public Repeats repeats() {
        return Repeats.BY_SEQUENCE;
    }

    @Override
    public void on(ReceivedEvent received) {
        if (received.event() instanceof MarketChanged market) {
            stages.apply(market, clock.instant());
        }
    }
}
