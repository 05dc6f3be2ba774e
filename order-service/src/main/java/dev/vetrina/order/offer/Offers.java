package dev.vetrina.order.offer;

import com.github.benmanes.caffeine.cache.Cache;
import dev.vetrina.events.Money;
import dev.vetrina.kit.cache.LocalCaches;
import dev.vetrina.kit.problem.ProblemException;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Offers and markets as the last second knew them. Prices and stages are announced at least two seconds before they take
 * effect, so a copy that is a second old still switches on time. That a brand is suspended is in the copies of its offers and takes a
 * second more.
 */
@ApplicationScoped
public class Offers {

    private static final Duration KEPT = Duration.ofSeconds(1);

    private final OfferRepository offers;
    private final BrandRepository brands;
    private final MarketRepository markets;
    private final PriceHistory history;
    private final Clock clock;
    private final Cache<UUID, Offer> offerCache =
            LocalCaches.builder().expireAfterWrite(KEPT).maximumSize(100_000).build();
    private final Cache<UUID, Boolean> brandCache =
            LocalCaches.builder().expireAfterWrite(KEPT).maximumSize(10_000).build();
    private final Cache<String, Market> marketCache =
            LocalCaches.builder().expireAfterWrite(KEPT).maximumSize(1_000).build();

    Offers(
            OfferRepository offers,
            BrandRepository brands,
            MarketRepository markets,
            PriceHistory history,
            Clock clock) {
        this.history = history;
        this.offers = offers;
        this.brands = brands;
        this.markets = markets;
        this.clock = clock;
    }

    /** @throws ProblemException 404 {@code not-found} or, for an id that is new, {@code not-yet-visible} */
    public Offer get(UUID variantId) {
        return find(variantId).orElseThrow(() -> ProblemException.unknownToView("variant", variantId, clock.instant()));
    }

    public Optional<Offer> find(UUID variantId) {
        return Optional.ofNullable(kept(offerCache, variantId, this::load));
    }

    /** The lowest price that was in force in a market at any moment of a period, or empty if there was none. */
    public Optional<Money> lowestPrice(UUID variantId, String market, Instant from, Instant until) {
        List<OfferPrice> prices = history.of(variantId, market);
        find(variantId).map(Offer::prices).orElse(List.of()).stream()
                .filter(price -> price.market().equals(market))
                .forEach(prices::add);
        return PriceHistory.lowest(prices, from, until);
    }

    /** A market that the view does not know yet is open to nobody. */
    public Optional<Market> market(String code) {
        return Optional.ofNullable(kept(marketCache, code, this::loadMarket));
    }

    private static <K, V> @Nullable V kept(Cache<K, V> cache, K key, Function<K, @Nullable V> load) {
        // Asked for first: loading locks the entry, also when it is there.
        V known = cache.getIfPresent(key);
        return known != null ? known : cache.get(key, load);
    }

    private @Nullable Offer load(UUID variantId) {
        return QuarkusTransaction.joiningExisting()
                .call(() -> offers.findByIdOptional(variantId).map(row -> row.toOffer(brandMaySell(row.brandId()))))
                .orElse(null);
    }

    /** A brand that has not been heard of yet is not suspended: its products came first. */
    private boolean brandMaySell(UUID brandId) {
        return !Boolean.FALSE.equals(kept(brandCache, brandId, this::loadBrandMaySell));
    }

    private @Nullable Boolean loadBrandMaySell(UUID brandId) {
        return brands.findByIdOptional(brandId).map(BrandRow::active).orElse(null);
    }

    private @Nullable Market loadMarket(String code) {
        return QuarkusTransaction.joiningExisting()
                .call(() -> markets.findByIdOptional(code).map(MarketRow::toMarket))
                .orElse(null);
    }
}
