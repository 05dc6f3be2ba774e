package dev.vetrina.order.shipping;

import com.github.benmanes.caffeine.cache.Cache;
import dev.vetrina.kit.cache.LocalCaches;
import dev.vetrina.order.offer.Market;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;

/** The shipping rates of all brands as the last second knew them. */
@ApplicationScoped
public class ShippingRateBook {

    private record Place(UUID brandId, String market) {}

    private final ShippingRatesRepository rates;
    private final Cache<Place, ShippingRates> cache = LocalCaches.builder()
            .expireAfterWrite(Duration.ofSeconds(1))
            .maximumSize(10_000)
            .build();

    ShippingRateBook(ShippingRatesRepository rates) {
        this.rates = rates;
    }

    public ShippingRates current(UUID brandId, Market market) {
        return cache.get(new Place(brandId, market.code()), _ -> latest(brandId, market));
    }

    /** As they are in the database at this moment. */
    ShippingRates latest(UUID brandId, Market market) {
        return QuarkusTransaction.joiningExisting()
                .call(() -> rates.of(brandId, market.code()).map(ShippingRatesRow::toRates))
                .orElseGet(() -> ShippingRates.free(brandId, market.code(), market.currency()));
    }

    /** The next order of this instance is charged by the new rates. */
    void forget(UUID brandId, String market) {
        cache.invalidate(new Place(brandId, market));
    }
}
