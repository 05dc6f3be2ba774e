package dev.vetrina.catalog.product;

import dev.vetrina.events.CatalogEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The prices that count at a moment: of each variant and market the one in force and those announced. Of two that take
 * effect at the same time, the one recorded later counts.
 */
final class PriceList {

    private static final Comparator<Price> BY_EFFECT =
            Comparator.comparing(Price::market).thenComparing(Price::effectiveAt);

    private final List<Price> prices;
    private final Instant now;

    private PriceList(List<Price> prices, Instant now) {
        this.prices = prices;
        this.now = now;
    }

    static PriceList of(Collection<Price> recorded, Instant now) {
        PriceList list = new PriceList(new ArrayList<>(), now);
        recorded.stream().sorted(Comparator.comparing(Price::id)).forEach(list::add);
        return list;
    }

    void add(Price price) {
        prices.removeIf(other -> sameSlot(other, price) && other.effectiveAt().equals(price.effectiveAt()));
        prices.add(price);
        Optional<Price> inForce = inForce(price.variantId(), price.market(), now);
        inForce.ifPresent(current -> prices.removeIf(
                other -> sameSlot(other, current) && other.effectiveAt().isBefore(current.effectiveAt())));
    }

    /** @param time now or later */
    Optional<Price> inForce(UUID variantId, String market, Instant time) {
        return of(variantId)
                .filter(price -> price.market().equals(market))
                .filter(price -> !price.effectiveAt().isAfter(time))
                .max(Comparator.comparing(Price::effectiveAt));
    }

    void forEach(Consumer<Price> action) {
        prices.forEach(action);
    }

    boolean isEmpty() {
        return prices.isEmpty();
    }

    List<CatalogEvent.Price> published(UUID variantId) {
        return of(variantId).map(Price::published).toList();
    }

    /** @param announced whether prices that are not in force yet are shown too */
    List<PriceView> view(UUID variantId, boolean announced) {
        return of(variantId)
                .filter(price -> announced || !price.effectiveAt().isAfter(now))
                .map(Price::view)
                .toList();
    }

    private Stream<Price> of(UUID variantId) {
        return prices.stream()
                .filter(price -> price.variantId().equals(variantId))
                .sorted(BY_EFFECT);
    }

    private static boolean sameSlot(Price one, Price other) {
        return one.variantId().equals(other.variantId()) && one.market().equals(other.market());
    }
}
