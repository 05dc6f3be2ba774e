package dev.vetrina.catalog.brand;

import dev.vetrina.events.CatalogEvent.BrandChanged;
import dev.vetrina.events.CatalogEvent.BrandStatus;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/** A trader. */
@Entity
class Brand {

    @Id
    private UUID id;

    @Version
    private long version;

    private String name;
    private String legalName;
    private String countryCode;
    private String contactEmail;

    @Enumerated(EnumType.STRING)
    private BrandStatus status;

    private Instant createdAt;
    private Instant updatedAt;

    @SuppressWarnings("NullAway.Init")
    protected Brand() {}

    private Brand(UUID id, RegisterBrandRequest trader, Instant now) {
        this.id = id;
        this.name = trader.name();
        this.legalName = trader.legalName();
        this.countryCode = trader.countryCode();
        this.contactEmail = trader.contactEmail();
        this.status = BrandStatus.ACTIVE;
        this.createdAt = now;
        this.updatedAt = now;
    }

    static Brand register(UUID id, RegisterBrandRequest trader, Instant now) {
        return new Brand(id, trader, now);
    }

    /** @return false if it was so already */
    boolean suspend(Instant now) {
        return become(BrandStatus.SUSPENDED, now);
    }

    /** @return false if it was so already */
    boolean reinstate(Instant now) {
        return become(BrandStatus.ACTIVE, now);
    }

    private boolean become(BrandStatus target, Instant now) {
        if (status == target) {
            return false;
        }
        status = target;
        updatedAt = now;
        return true;
    }

    boolean active() {
        return status == BrandStatus.ACTIVE;
    }

    /** The whole state, to be published once the change is flushed and the version is that of the row. */
    BrandChanged changed() {
        return new BrandChanged(id, version, name, status);
    }

    /** @param withContact whether the reader is the brand itself or an operator */
    BrandView view(boolean withContact) {
        return new BrandView(
                id,
                name,
                legalName,
                countryCode,
                withContact ? contactEmail : null,
                status,
                createdAt,
                updatedAt,
                version);
    }

    UUID id() {
        return id;
    }
}
