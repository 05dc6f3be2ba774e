package dev.vetrina.live.deal;

import dev.vetrina.events.StockEvent.StockLevelChanged;
import dev.vetrina.events.Topics;
import dev.vetrina.kit.consumer.BatchConsumer;
import dev.vetrina.kit.consumer.ReceivedEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BinaryOperator;

/** Keeps how many units of each deal are left. A sale changes the same few of them with every order: only the newest is written. */
@ApplicationScoped
class DealStockConsumer implements BatchConsumer {

    private static final BinaryOperator<UnitsLeft> NEWER =
            BinaryOperator.maxBy(Comparator.comparingLong(UnitsLeft::sequence));

    private final DealStockRepository stock;

    DealStockConsumer(DealStockRepository stock) {
        this.stock = stock;
    }

    @Override
    public String name() {
        return "deal-stock";
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
    public void onAll(List<ReceivedEvent> events) {
        Map<UUID, UnitsLeft> newest = new HashMap<>();
        for (ReceivedEvent received : events) {
            if (received.event() instanceof StockLevelChanged level) {
                level.deals()
                        .forEach(deal -> newest.merge(
                                deal.dealId(),
                                new UnitsLeft(deal.dealId(), level.sequence(), deal.available()),
                                NEWER));
            }
        }
        stock.apply(newest.values());
    }
}
