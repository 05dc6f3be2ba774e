package dev.vetrina.catalog.product;

import dev.vetrina.events.CatalogEvent.ProductChanged;
import dev.vetrina.kit.problem.ProblemException;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a brand offers, in one or more variants. */
@Entity
class Product {

    static final int MAX_VARIANTS = 200;

    @Id
    private UUID id;

    @Version
    private long version;

    private UUID brandId;

    private @Nullable String externalId;

    @Embedded
    private ProductDetails details;

    @Enumerated(EnumType.STRING)
    private ProductStatus status;

    private Instant createdAt;
    private Instant updatedAt;

    @OneToMany(mappedBy = "product", cascade = CascadeType.PERSIST)
    @OrderBy("position")
    private List<Variant> variants = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    protected Product() {}

    private Product(UUID id, UUID brandId, @Nullable String externalId, ProductDetails details, Instant now) {
        this.id = id;
        this.brandId = brandId;
        this.externalId = externalId;
        this.details = details;
        this.status = ProductStatus.DRAFT;
        this.createdAt = now;
        this.updatedAt = now;
    }

    static Product draft(UUID id, UUID brandId, @Nullable String externalId, ProductDetails details, Instant now) {
        return new Product(id, brandId, externalId, details, now);
    }

    /** @return whether anything changed */
    boolean describe(ProductDetails newDetails) {
        boolean changed = !newDetails.equals(details);
        details = newDetails;
        return changed;
    }

    /** @throws ProblemException 422 if there are too many */
    Variant addVariant(UUID variantId, VariantDetails details) {
        if (variants.size() >= MAX_VARIANTS) {
            throw ProblemException.invalid("variants", "must not be more than " + MAX_VARIANTS);
        }
        Variant variant = new Variant(variantId, this, brandId, variants.size(), details);
        variants.add(variant);
        return variant;
    }

    Optional<Variant> variant(UUID variantId) {
        return variants.stream()
                .filter(variant -> variant.id().equals(variantId))
                .findFirst();
    }

    /** @throws ProblemException 422 if two variants are chosen by the same options */
    void requireDistinctVariants() {
        long distinct = variants.stream().map(Variant::options).distinct().count();
        if (distinct < variants.size()) {
            throw ProblemException.invalid("variants", "must differ in their options");
        }
    }

    /** @return false if it is on sale already */
    boolean publish() {
        return become(ProductStatus.ACTIVE);
    }

    /**
     * Takes it off sale.
     *
     * @return false if it was withdrawn already
     */
    boolean withdraw() {
        return become(ProductStatus.INACTIVE);
    }

    private boolean become(ProductStatus target) {
        if (status == target) {
            return false;
        }
        if (!status.leadsTo(target)) {
            throw ProblemException.conflict(
                    "illegal-status-change", "A product that is " + status + " cannot become " + target + ".");
        }
        status = target;
        return true;
    }

    /** Strictly later even if the clock stands still, so that the row changes and its version rises. */
    void touch(Instant now) {
        updatedAt = now.isAfter(updatedAt) ? now : updatedAt.plusNanos(1_000);
    }

    /** The whole state, to be published once the change is flushed and the version is that of the row. */
    ProductChanged changed(PriceList prices) {
        return new ProductChanged(
                id,
                version,
                brandId,
                externalId,
                details.title(),
                details.imageUrl(),
                status.published(),
                variants.stream()
                        .map(variant -> variant.published(prices.published(variant.id())))
                        .toList());
    }

    ProductView view(List<VariantView> shownVariants) {
        return new ProductView(
                id,
                brandId,
                externalId,
                details.title(),
                details.description(),
                details.category(),
                details.imageUrl(),
                status,
                shownVariants,
                createdAt,
                updatedAt,
                version);
    }

    ProductDetails details() {
        return details;
    }

    boolean onSale() {
        return status == ProductStatus.ACTIVE;
    }

    UUID id() {
        return id;
    }

    UUID brandId() {
        return brandId;
    }

    long version() {
        return version;
    }

    List<Variant> variants() {
        return List.copyOf(variants);
    }
}
