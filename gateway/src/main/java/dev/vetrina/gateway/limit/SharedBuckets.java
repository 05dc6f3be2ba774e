package dev.vetrina.gateway.limit;

import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.proxy.AsyncProxyManager;
import io.github.bucket4j.redis.lettuce.Bucket4jLettuce;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Buckets in a Redis or Valkey, which all instances of the gateway share. It is asked without waiting for long, and not at all for
 * a moment after it gave no answer: a limit is never a reason to refuse because of the store.
 */
@Singleton
@Startup
class SharedBuckets {

    private static final Logger LOG = Logger.getLogger(SharedBuckets.class);
    private static final String PREFIX = "vetrina:limit:";

    private final LimitSettings settings;
    private final Clock clock;
    private final Counter failures;
    private final @Nullable RedisClient client;
    private volatile @Nullable AsyncProxyManager<String> buckets;
    private volatile long restsUntil = Long.MIN_VALUE;

    SharedBuckets(LimitSettings settings, Clock clock, MeterRegistry meters) {
        this.settings = settings;
        this.clock = clock;
        this.failures = meters.counter("vetrina.limits.store.failures");
        meters.gauge("vetrina.limits.shared", this, shared -> shared.isThere() ? 1 : 0);
        this.client = settings.store().map(this::connect).orElse(null);
    }

    private RedisClient connect(String address) {
        RedisURI uri = RedisURI.create(address);
        RedisClient redis = RedisClient.create(uri);
        redis.setOptions(ClientOptions.builder()
                // What cannot be sent now is counted here; nothing waits for a reconnection.
                .disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS)
                .timeoutOptions(TimeoutOptions.enabled(settings.storeTimeout()))
                .build());
        connect(redis, uri);
        return redis;
    }

    /** Again and again, for the gateway may well be there first; once there was a connection the client keeps it up itself. */
    private void connect(RedisClient redis, RedisURI uri) {
        var _ = redis.connectAsync(RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE), uri)
                .whenComplete((connection, failure) -> {
                    if (connection != null) {
                        buckets = proxies(connection);
                    } else {
                        failed(failure);
                        CompletableFuture.delayedExecutor(settings.storeRest().toMillis(), TimeUnit.MILLISECONDS)
                                .execute(() -> connect(redis, uri));
                    }
                });
    }

    private AsyncProxyManager<String> proxies(StatefulRedisConnection<String, byte[]> connection) {
        return Bucket4jLettuce.casBasedBuilder(connection)
                .expirationAfterWrite(
                        ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(Duration.ofSeconds(10)))
                .build()
                .asAsync();
    }

    /** Whether there is a store, and it is worth being asked. */
    boolean isThere() {
        return buckets != null && clock.millis() >= restsUntil;
    }

    /** Fails soon if the store does. */
    CompletableFuture<Spent> take(Policy policy, String caller) {
        AsyncProxyManager<String> asked = buckets;
        if (asked == null) {
            return CompletableFuture.failedFuture(new IllegalStateException("there is no store"));
        }
        CompletableFuture<Spent> spent = asked.builder()
                .build(PREFIX + policy.name() + ":" + caller, () -> CompletableFuture.completedFuture(policy.bucket()))
                .tryConsumeAndReturnRemaining(1)
                .thenApply(probe -> Spent.of(policy, probe))
                .orTimeout(settings.storeTimeout().toMillis(), TimeUnit.MILLISECONDS);
        return spent.whenComplete((answer, failure) -> {
            if (failure != null) {
                failed(failure);
            }
        });
    }

    private void failed(Throwable failure) {
        failures.increment();
        long now = clock.millis();
        if (now >= restsUntil) {
            LOG.warnf("The store of the limits gives no answer, each gateway counts for itself: %s", failure);
        }
        restsUntil = now + settings.storeRest().toMillis();
    }

    @PreDestroy
    void end() {
        if (client != null) {
            var _ = client.shutdownAsync();
        }
    }
}
