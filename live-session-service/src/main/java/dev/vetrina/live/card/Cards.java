package dev.vetrina.live.card;

import dev.vetrina.events.CatalogEvent.ProductStatus;
import dev.vetrina.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the other features ask about products. */
@ApplicationScoped
public class Cards {

    private final CardRepository cards;
    private final StockRepository stock;
    private final BrandRepository brands;
    private final MarketStageRepository stages;
    private final Clock clock;

    Cards(
            CardRepository cards,
            StockRepository stock,
            BrandRepository brands,
            MarketStageRepository stages,
            Clock clock) {
        this.cards = cards;
        this.stock = stock;
        this.brands = brands;
        this.stages = stages;
        this.clock = clock;
    }

    /**
     * A draft is as unknown as a product that does not exist: the event of its publication may still be under way.
     *
     * @throws ProblemException 404 {@code not-found} or {@code not-yet-visible}, 409 {@code product-not-active} or
     *     {@code brand-suspended}
     */
    @Transactional
    public void requireActive(Collection<UUID> productIds) {
        Map<UUID, Card> known = byId(productIds);
        Set<UUID> suspended = suspendedBrandsOf(known.values());
        for (UUID id : productIds) {
            Card card = Optional.ofNullable(known.get(id))
                    .filter(seen -> seen.status() != ProductStatus.DRAFT)
                    .orElseThrow(() -> ProblemException.unknownToView("product", id, clock.instant())
                            .with("productId", id));
            if (card.status() != ProductStatus.ACTIVE) {
                throw ProblemException.conflict("product-not-active", "The product " + id + " is withdrawn.")
                        .with("productId", id);
            }
            if (suspended.contains(card.brandId())) {
                throw ProblemException.conflict("brand-suspended", "The brand of the product " + id + " is suspended.")
                        .with("productId", id);
            }
        }
    }

    /** The brands of these products; one that is not known is absent. */
    @Transactional
    public Map<UUID, UUID> brandsOf(Collection<UUID> productIds) {
        return productIds.isEmpty() ? Map.of() : cards.brandsOf(productIds);
    }

    /** The product that has this variant. */
    @Transactional
    public Optional<UUID> productOf(UUID variantId) {
        return cards.productOf(variantId);
    }

    /** The cards of these products in this order, as a market sees them now. */
    @Transactional
    public List<CardView> in(String market, List<UUID> productIds) {
        Instant now = clock.instant();
        Map<UUID, Card> known = byId(productIds);
        Set<UUID> soldOut = stock.soldOut(known.values().stream()
                .flatMap(card -> card.variantIds().stream())
                .toList());
        Set<UUID> suspended = suspendedBrandsOf(known.values());
        boolean open = stages.open(market, now);
        return productIds.stream()
                .flatMap(id -> Optional.ofNullable(known.get(id)).stream())
                .map(card -> card.view(market, soldOut, !open || suspended.contains(card.brandId()), now))
                .toList();
    }

    /** How many units of the variants of these products are available, by product and variant. */
    @Transactional
    public Map<UUID, Map<UUID, Long>> available(Collection<UUID> productIds) {
        return productIds.isEmpty() ? Map.of() : stock.available(productIds);
    }

    /** What a brand's turn changes about these products: every price that there is. */
    @Transactional
    public List<PriceChange> turned(BrandTurn turn, Collection<UUID> productIds) {
        if (productIds.isEmpty()) {
            return List.of();
        }
        Instant now = clock.instant();
        return cards.ofBrand(turn.brandId(), productIds).stream()
                .map(card -> new PriceChange(card.productId(), card.priced(now)))
                .filter(change -> !change.prices().isEmpty())
                .toList();
    }

    /** What a market's turn changes about these products: their prices in it. */
    @Transactional
    public List<PriceChange> turned(MarketTurn turn, Collection<UUID> productIds) {
        if (productIds.isEmpty()) {
            return List.of();
        }
        Instant now = clock.instant();
        return cards.all(productIds).stream()
                .sorted(Comparator.comparing(Card::productId))
                .map(card -> new PriceChange(
                        card.productId(),
                        card.priced(now).stream()
                                .filter(price -> price.market().equals(turn.market()))
                                .collect(Collectors.toSet())))
                .filter(change -> !change.prices().isEmpty())
                .toList();
    }

    /** Whether goods can be bought in a market now. */
    @Transactional
    public boolean open(String market) {
        return stages.open(market, clock.instant());
    }

    /** When the next announced change of what a market sees of these products takes effect. */
    @Transactional
    public Optional<Instant> nextChange(String market, Collection<UUID> productIds) {
        Optional<Instant> price = productIds.isEmpty() ? Optional.empty() : cards.nextPriceAt(productIds);
        return Stream.concat(price.stream(), stages.nextChange(market, clock.instant()).stream())
                .min(Comparator.naturalOrder());
    }

    private Set<UUID> suspendedBrandsOf(Collection<Card> shown) {
        return brands.suspended(shown.stream().map(Card::brandId).toList());
    }

    private Map<UUID, Card> byId(Collection<UUID> productIds) {
        return productIds.isEmpty()
                ? Map.of()
                : cards.all(productIds).stream().collect(Collectors.toMap(Card::productId, Function.identity()));
    }
}
