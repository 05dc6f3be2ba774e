package dev.vetrina.live.card;

import dev.vetrina.events.CatalogEvent.MarketChanged;
import dev.vetrina.events.Topics;
import dev.vetrina.kit.consumer.EventConsumer;
import dev.vetrina.kit.consumer.ReceivedEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Keeps the view of markets. */
@ApplicationScoped
class MarketEventConsumer implements EventConsumer {

    private final MarketRepository markets;

    MarketEventConsumer(MarketRepository markets) {
        this.markets = markets;
    }

    @Override
    public String name() {
        return "markets";
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
            markets.findByIdOptional(market.code())
                    .ifPresentOrElse(known -> known.apply(market), () -> markets.persist(Market.of(market)));
        }
    }
}
