package dev.vetrina.order.offer;

import dev.vetrina.events.CatalogEvent.MarketStage;
import dev.vetrina.events.CatalogEvent.TaxTreatment;
import java.time.Instant;

/** A market in which is sold, with the change of its stage that was announced last. */
public record Market(
        String code,
        String currency,
        TaxTreatment taxTreatment,
        MarketStage previousStage,
        MarketStage stage,
        Instant effectiveAt) {

    public boolean openAt(Instant now) {
        return (now.isBefore(effectiveAt) ? previousStage : stage).open();
    }
}
