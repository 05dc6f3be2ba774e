package dev.vetrina.gateway.limit;

import com.github.benmanes.caffeine.cache.Cache;
import dev.vetrina.kit.cache.LocalCaches;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;

/** The buckets of this instance. */
@Singleton
class LocalBuckets {

    private record Key(Policy policy, String caller) {}

    private final TimeMeter time;
    private final Cache<Key, Bucket> buckets;

    @Inject
    LocalBuckets(LimitSettings settings, Policies policies) {
        this(settings.maxCallers(), policies.longestWindow(), TimeMeter.SYSTEM_NANOTIME);
    }

    LocalBuckets(int maxCallers, Duration longestWindow, TimeMeter time) {
        this.time = time;
        this.buckets = LocalCaches.builder()
                .maximumSize(maxCallers)
                .expireAfterAccess(longestWindow)
                .build();
    }

    Spent take(Policy policy, String caller) {
        return Spent.of(
                policy, buckets.get(new Key(policy, caller), this::bucket).tryConsumeAndReturnRemaining(1));
    }

    /** What a request would find, without taking anything. */
    Spent look(Policy policy, String caller) {
        Bucket bucket = buckets.getIfPresent(new Key(policy, caller));
        if (bucket == null) {
            return new Spent(policy, true, policy.quota().requests(), 0);
        }
        var probe = bucket.estimateAbilityToConsume(1);
        return new Spent(policy, probe.canBeConsumed(), probe.getRemainingTokens(), probe.getNanosToWaitForRefill());
    }

    private Bucket bucket(Key key) {
        return Bucket.builder()
                .withCustomTimePrecision(time)
                .addLimit(key.policy().bucket().getBandwidths()[0])
                .build();
    }
}
