package dev.vetrina.live.card;

import dev.vetrina.events.CatalogEvent.MarketChanged;
import dev.vetrina.events.CatalogEvent.ProductChanged;
import dev.vetrina.events.Topics;
import dev.vetrina.kit.consumer.EventConsumer;
import dev.vetrina.kit.consumer.ReceivedEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Keeps the view of products and markets. */
@ApplicationScoped
class CatalogEventConsumer implements EventConsumer {

    private final CardRepository cards;
    private final MarketRepository markets;
    private final Event<PriceChange> priceChanges;
    private final Clock clock;

    CatalogEventConsumer(CardRepository cards, MarketRepository markets, Event<PriceChange> priceChanges, Clock clock) {
        this.cards = cards;
        this.markets = markets;
        this.priceChanges = priceChanges;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "cards";
    }

    @Override
    public Set<String> topics() {
        return Set.of(Topics.CATALOG_PRODUCTS, Topics.CATALOG_MARKETS);
    }

    @Override
    public Repeats repeats() {
        return Repeats.BY_SEQUENCE;
    }

    @Override
    public void on(ReceivedEvent received) {
        switch (received.event()) {
            case ProductChanged product -> apply(product);
            case MarketChanged market -> apply(market);
            default -> {
                // Brands and declared stock are the business of others.
            }
        }
    }

    private void apply(ProductChanged product) {
        Instant now = clock.instant();
        Optional<Card> known = cards.lock(product.productId());
        if (known.isEmpty()) {
            cards.persist(Card.of(product, now));
            return;
        }
        Set<VariantMarket> changed = known.get().apply(product, now);
        if (!changed.isEmpty()) {
            // The observers read the cards as they are now.
            cards.flush();
            priceChanges.fire(new PriceChange(product.productId(), changed));
        }
    }

    private void apply(MarketChanged market) {
        markets.findByIdOptional(market.code())
                .ifPresentOrElse(
                        known -> known.seen(market.sequence()),
                        () -> markets.persist(new Market(market.code(), market.sequence())));
    }
}
