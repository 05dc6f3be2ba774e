package dev.vetrina.live.card;

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

/** Keeps the view of products. */
@ApplicationScoped
class CatalogEventConsumer implements EventConsumer {

    private final CardRepository cards;
    private final Event<PriceChange> priceChanges;
    private final Clock clock;

    CatalogEventConsumer(CardRepository cards, Event<PriceChange> priceChanges, Clock clock) {
        this.cards = cards;
        this.priceChanges = priceChanges;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "cards";
    }

    @Override
    public Set<String> topics() {
        return Set.of(Topics.CATALOG_PRODUCTS);
    }

    @Override
    public Repeats repeats() {
        return Repeats.BY_SEQUENCE;
    }

    @Override
    public void on(ReceivedEvent received) {
        // Declared stock is the business of others.
        if (received.event() instanceof ProductChanged product) {
            apply(product);
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
}
