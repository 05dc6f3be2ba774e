package dev.vetrina.live.card;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.vetrina.events.CatalogEvent.ProductChanged;
import dev.vetrina.events.CatalogEvent.ProductStatus;
import dev.vetrina.events.CatalogEvent.Variant;
import dev.vetrina.events.EventJson;
import dev.vetrina.events.Money;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A product as catalog-service last told it. */
@Entity
class Card {

    @Id
    private UUID productId;

    private UUID brandId;
    private long sequence;

    @Enumerated(EnumType.STRING)
    private ProductStatus status;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<UUID> variantIds;

    private String event;
    private Instant toldAt;
    private @Nullable Instant nextPriceAt;

    @SuppressWarnings("NullAway.Init")
    protected Card() {}

    static Card of(ProductChanged product, Instant now) {
        Card card = new Card();
        card.productId = product.productId();
        card.take(product, now);
        return card;
    }

    ProductStatus status() {
        return status;
    }

    /** Applies a newer state. Returns where the prices in force differ from those told before; an older state is ignored. */
    Set<VariantMarket> apply(ProductChanged product, Instant now) {
        if (product.sequence() <= sequence) {
            return Set.of();
        }
        Map<VariantMarket, Money> told = prices().inForce(toldAt);
        take(product, now);
        return PriceList.differences(told, prices().inForce(now));
    }

    /** Lets announced prices take effect. Returns where the prices in force differ from those told before. */
    Set<VariantMarket> passTime(Instant now) {
        if (nextPriceAt == null || nextPriceAt.isAfter(now)) {
            return Set.of();
        }
        PriceList prices = prices();
        Set<VariantMarket> changed = PriceList.differences(prices.inForce(toldAt), prices.inForce(now));
        toldAt = now;
        nextPriceAt = prices.nextChange(now).orElse(null);
        return changed;
    }

    /**
     * @param soldOut which of the variants are sold out
     * @param closed whether its brand is suspended or the market not open: it then has no price
     */
    CardView view(String market, Set<UUID> soldOut, boolean closed, Instant now) {
        PriceList prices = prices();
        ProductChanged product = prices.product();
        List<CardView.VariantView> variants = product.variants().stream()
                .map(variant -> view(
                        variant,
                        closed ? null : prices.price(variant, market, now).orElse(null),
                        soldOut))
                .toList();
        return CardView.of(
                productId, product.brandId(), product.title(), product.imageUrl(), prices.offeredIn(market), variants);
    }

    private static CardView.VariantView view(Variant variant, @Nullable Money price, Set<UUID> soldOut) {
        return new CardView.VariantView(
                variant.variantId(), variant.title(), variant.options(), price, soldOut.contains(variant.variantId()));
    }

    /** Where it has a price, if its brand is not suspended. */
    Set<VariantMarket> priced(Instant now) {
        return prices().inForce(now).keySet();
    }

    UUID brandId() {
        return brandId;
    }

    UUID productId() {
        return productId;
    }

    List<UUID> variantIds() {
        return variantIds;
    }

    private void take(ProductChanged product, Instant now) {
        brandId = product.brandId();
        sequence = product.sequence();
        status = product.status();
        variantIds =
                product.variants().stream().map(Variant::variantId).sorted().toList();
        event = EventJson.write(product);
        toldAt = now;
        nextPriceAt = prices().nextChange(now).orElse(null);
    }

    private PriceList prices() {
        return EventJson.read(EventJson.typeOf(ProductChanged.class), event.getBytes(UTF_8))
                .map(ProductChanged.class::cast)
                .map(PriceList::new)
                .orElseThrow();
    }
}
