package dev.vetrina.order.limit;

import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.vetrina.kit.cache.LocalCaches;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Which variants have a limit, as the last second knew it. The limit itself is read under the buyer's lock. */
@ApplicationScoped
public class PurchaseLimits {

    private static final Duration KEPT = Duration.ofSeconds(1);
    private static final String ALL = "all";

    private final PurchaseLimitRepository limits;
    /** One set of all, as few variants have a limit: one buyer reads it anew, while the others go on with the last one. */
    private final LoadingCache<String, Set<UUID>> limited = LocalCaches.builder()
            .refreshAfterWrite(KEPT)
            .expireAfterWrite(KEPT.multipliedBy(2))
            .build(_ -> load());

    PurchaseLimits(PurchaseLimitRepository limits) {
        this.limits = limits;
    }

    /** Those of the variants of which one customer may not buy as many as there are. */
    public Set<UUID> limited(Set<UUID> variantIds) {
        Set<UUID> all = limited.get(ALL);
        return variantIds.stream().filter(all::contains).collect(Collectors.toSet());
    }

    private Set<UUID> load() {
        return QuarkusTransaction.joiningExisting().call(() -> Set.copyOf(limits.variantIds()));
    }
}
