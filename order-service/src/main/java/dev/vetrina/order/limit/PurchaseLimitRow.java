package dev.vetrina.order.limit;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The limit that a brand has set for a variant. */
@Entity
@Table(name = "purchase_limit")
class PurchaseLimitRow {

    @Id
    private UUID variantId;

    private UUID brandId;

    @Version
    private long version;

    private int maxPerCustomer;

    @Nullable
    private Integer windowDays;

    @SuppressWarnings("NullAway.Init")
    protected PurchaseLimitRow() {}

    PurchaseLimitRow(UUID variantId, UUID brandId, PurchaseLimitRequest request) {
        this.variantId = variantId;
        this.brandId = brandId;
        apply(request);
    }

    final void apply(PurchaseLimitRequest request) {
        maxPerCustomer = request.maxPerCustomer();
        windowDays = request.windowDays();
    }

    UUID variantId() {
        return variantId;
    }

    long version() {
        return version;
    }

    PurchaseLimitView view() {
        return new PurchaseLimitView(variantId, brandId, maxPerCustomer, windowDays, version);
    }
}
