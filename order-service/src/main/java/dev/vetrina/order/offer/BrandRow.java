package dev.vetrina.order.offer;

import dev.vetrina.events.CatalogEvent.BrandChanged;
import dev.vetrina.events.CatalogEvent.BrandStatus;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** Whether a brand may sell. */
@Entity
@Table(name = "selling_brand")
class BrandRow {

    @Id
    private UUID id;

    private long sequence;
    private boolean active;

    @SuppressWarnings("NullAway.Init")
    protected BrandRow() {}

    BrandRow(BrandChanged event) {
        this.id = event.brandId();
        apply(event);
    }

    final void apply(BrandChanged event) {
        sequence = event.sequence();
        active = event.status() == BrandStatus.ACTIVE;
    }

    boolean knows(BrandChanged event) {
        return sequence >= event.sequence();
    }

    boolean active() {
        return active;
    }

    UUID id() {
        return id;
    }
}
