package dev.vetrina.order.inventory;

import dev.vetrina.events.CatalogEvent.VariantStockDeclared;
import dev.vetrina.events.Topics;
import dev.vetrina.kit.consumer.EventConsumer;
import dev.vetrina.kit.consumer.ReceivedEvent;
import dev.vetrina.order.commit.GroupCommit;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** The movement itself tells whether a declaration took effect, so a repeat needs no memory. */
@ApplicationScoped
class StockDeclarationConsumer implements EventConsumer {

    private final GroupCommit groupCommit;

    StockDeclarationConsumer(GroupCommit groupCommit) {
        this.groupCommit = groupCommit;
    }

    @Override
    public String name() {
        return "stock-declarations";
    }

    @Override
    public Set<String> topics() {
        return Set.of(Topics.CATALOG_PRODUCTS);
    }

    @Override
    public Repeats repeats() {
        return Repeats.BY_SEQUENCE;
    }

    /** Each waits for a group commit of its own. */
    @Override
    public int atOnce() {
        return 20;
    }

    @Override
    public void on(ReceivedEvent received) {
        if (received.event() instanceof VariantStockDeclared event && event.quantity() > 0) {
            Boolean _ = groupCommit.submit(
                    new DeclareStock(event.variantId(), event.brandId(), event.quantity(), event.importId()));
        }
    }
}
