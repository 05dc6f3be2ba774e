package dev.vetrina.order.shipping;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** What a brand last said about shipping in a market. */
@Entity
@Table(name = "shipping_rates")
class ShippingRatesRow {

    @Id
    private UUID id;

    /** From 1 on: 0 is that of a brand that has said nothing. */
    @Version
    private long version = 1;

    private UUID brandId;
    private String market;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<ShippingOption> options;

    private Instant changedAt;

    @SuppressWarnings("NullAway.Init")
    protected ShippingRatesRow() {}

    ShippingRatesRow(UUID id, UUID brandId, String market, List<ShippingOption> options, Instant changedAt) {
        this.id = id;
        this.brandId = brandId;
        this.market = market;
        this.options = options;
        this.changedAt = changedAt;
    }

    long version() {
        return version;
    }

    void change(List<ShippingOption> next, Instant now) {
        options = next;
        changedAt = now;
    }

    ShippingRates toRates() {
        return new ShippingRates(brandId, market, version, List.copyOf(options), changedAt);
    }
}
