package dev.vetrina.live.deal;

import dev.vetrina.events.DealEvent;
import dev.vetrina.events.Topics;
import dev.vetrina.kit.consumer.EventConsumer;
import dev.vetrina.kit.consumer.ReceivedEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Keeps the view of deals, and tells viewers what is news. */
@ApplicationScoped
class DealEventConsumer implements EventConsumer {

    private final DealRepository deals;
    private final DealFacts facts;

    DealEventConsumer(DealRepository deals, DealFacts facts) {
        this.deals = deals;
        this.facts = facts;
    }

    @Override
    public String name() {
        return "deals";
    }

    @Override
    public Set<String> topics() {
        return Set.of(Topics.STOCK_DEALS);
    }

    @Override
    public Repeats repeats() {
        return Repeats.BY_SEQUENCE;
    }

    /** A deal is known here before order-service hears of it: one that is not, is a mistake that an operator must see. */
    @Override
    public void on(ReceivedEvent received) {
        if (received.event() instanceof DealEvent event) {
            Deal deal = deals.lock(event.dealId())
                    .filter(found -> found.sessionId().equals(event.sessionId()))
                    .orElseThrow(() -> new IllegalStateException("nobody asked for this deal: " + event));
            if (deal.take(event)) {
                facts.record(deal, event);
            }
        }
    }
}
