package dev.vetrina.live.card;

import dev.vetrina.events.StockEvent.StockLevelChanged;
import dev.vetrina.events.Topics;
import dev.vetrina.kit.consumer.EventConsumer;
import dev.vetrina.kit.consumer.ReceivedEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.Set;

/** Keeps the view of stock. */
@ApplicationScoped
class StockEventConsumer implements EventConsumer {

    private final StockRepository stock;
    private final CardRepository cards;
    private final Event<StockTurn> turns;

    StockEventConsumer(StockRepository stock, CardRepository cards, Event<StockTurn> turns) {
        this.stock = stock;
        this.cards = cards;
        this.turns = turns;
    }

    @Override
    public String name() {
        return "stock";
    }

    @Override
    public Set<String> topics() {
        return Set.of(Topics.STOCK_LEVELS);
    }

    @Override
    public Repeats repeats() {
        return Repeats.BY_SEQUENCE;
    }

    @Override
    public void on(ReceivedEvent received) {
        if (received.event() instanceof StockLevelChanged level) {
            boolean soldOut = level.available() <= 0;
            stock.apply(level)
                    .filter(before -> (before <= 0) != soldOut)
                    .flatMap(before -> cards.productOf(level.variantId()))
                    .ifPresent(productId -> turns.fire(new StockTurn(productId, level.variantId(), soldOut)));
        }
    }
}
