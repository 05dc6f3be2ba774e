package dev.vetrina.live.card;

import dev.vetrina.events.CatalogEvent.BrandChanged;
import dev.vetrina.events.CatalogEvent.BrandStatus;
import dev.vetrina.events.Topics;
import dev.vetrina.kit.consumer.EventConsumer;
import dev.vetrina.kit.consumer.ReceivedEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.Set;

/** Keeps the view of brands. */
@ApplicationScoped
class BrandEventConsumer implements EventConsumer {

    private final BrandRepository brands;
    private final Event<BrandTurn> turns;

    BrandEventConsumer(BrandRepository brands, Event<BrandTurn> turns) {
        this.brands = brands;
        this.turns = turns;
    }

    @Override
    public String name() {
        return "brands";
    }

    @Override
    public Set<String> topics() {
        return Set.of(Topics.CATALOG_BRANDS);
    }

    @Override
    public Repeats repeats() {
        return Repeats.BY_SEQUENCE;
    }

    @Override
    public void on(ReceivedEvent received) {
        if (received.event() instanceof BrandChanged brand) {
            boolean suspended = brand.status() == BrandStatus.SUSPENDED;
            brands.apply(brand)
                    .filter(before -> before != suspended)
                    .ifPresent(_ -> turns.fire(new BrandTurn(brand.brandId())));
        }
    }
}
