package dev.vetrina.order.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Which variants have a limit, as the last second knew it. The limit itself is read under the buyer's lock. */
@ApplicationScoped
public class PurchaseLimits {

    private final PurchaseLimitRepository limits;
    private final Cache<UUID, Boolean> limited = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofSeconds(1))
            .maximumSize(100_000)
            .build();

    PurchaseLimits(PurchaseLimitRepository limits) {
        this.limits = limits;
    }

    /** Those of the variants of which one customer may not buy as many as there are. */
    public Set<UUID> limited(Set<UUID> variantIds) {
        return limited.getAll(variantIds, this::load).entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private Map<UUID, Boolean> load(Set<? extends UUID> variantIds) {
        Set<UUID> found = QuarkusTransaction.joiningExisting()
                .call(() -> limits.list("variantId in ?1", variantIds).stream()
                        .map(PurchaseLimitRow::variantId)
                        .collect(Collectors.toSet()));
        return variantIds.stream().collect(Collectors.toMap(id -> id, found::contains));
    }
}
