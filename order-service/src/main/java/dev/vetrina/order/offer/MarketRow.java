package dev.vetrina.order.offer;

import dev.vetrina.events.CatalogEvent.MarketChanged;
import dev.vetrina.events.CatalogEvent.MarketStage;
import dev.vetrina.events.CatalogEvent.TaxTreatment;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A market as the catalogue last described it. */
@Entity
@Table(name = "selling_market")
class MarketRow {

    @Id
    private String code;

    private long sequence;
    private String currency;

    @Enumerated(EnumType.STRING)
    private TaxTreatment taxTreatment;

    @Enumerated(EnumType.STRING)
    private MarketStage previousStage;

    @Enumerated(EnumType.STRING)
    private MarketStage stage;

    private Instant effectiveAt;

    @SuppressWarnings("NullAway.Init")
    protected MarketRow() {}

    @SuppressWarnings("NullAway.Init")
    MarketRow(MarketChanged event) {
        this.code = event.code();
        apply(event);
    }

    final void apply(MarketChanged event) {
        sequence = event.sequence();
        currency = event.currency();
        taxTreatment = event.taxTreatment();
        previousStage = event.previousStage();
        stage = event.stage();
        effectiveAt = event.effectiveAt();
    }

    boolean knows(MarketChanged event) {
        return sequence >= event.sequence();
    }

    Market toMarket() {
        return new Market(code, currency, taxTreatment, previousStage, stage, effectiveAt);
    }
}
