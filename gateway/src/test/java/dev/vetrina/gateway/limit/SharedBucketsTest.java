package dev.vetrina.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vetrina.gateway.Settings;
import dev.vetrina.testkit.MovableClock;
import dev.vetrina.testkit.server.FreePort;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import redis.embedded.RedisServer;

/** Two gateways and a real Redis, which may go away. */
class SharedBucketsTest {

    private final Policy policy = new Policy("things", new Quota(4, Duration.ofMinutes(10)));
    private final MovableClock clock = new MovableClock();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private RedisServer redis;
    private SharedBuckets one;
    private SharedBuckets other;

    @BeforeEach
    void start() throws IOException {
        int port = FreePort.find();
        redis = Redis.started(port);
        one = gateway(port);
        other = gateway(port);
        Awaitility.await().until(() -> one.isThere() && other.isThere());
    }

    @AfterEach
    void stop() throws IOException {
        one.end();
        other.end();
        redis.stop();
    }

    @Test
    void instancesCountTogether() {
        assertThat(take(one).remaining()).isEqualTo(3);
        assertThat(take(other).remaining()).isEqualTo(2);
        assertThat(take(one).remaining()).isEqualTo(1);
        assertThat(take(other)).isEqualTo(new Spent(policy, true, 0, 0));
        assertThat(take(one).allowed()).isFalse();
        assertThat(take(other).allowed()).isFalse();
    }

    @Test
    void aStoreThatGoesAwayIsLeftAloneForAMomentAndSaidInAMetric() throws IOException {
        take(one);
        redis.stop();

        Awaitility.await()
                .until(() -> one.take(policy, "a")
                        .handle((spent, failure) -> failure != null)
                        .get());

        assertThat(one.isThere()).isFalse();
        assertThat(meters.counter("vetrina.limits.store.failures").count()).isPositive();
        assertThat(meters.get("vetrina.limits.shared").gauge().value()).isZero();
        clock.advance(Duration.ofSeconds(2));
        assertThat(one.isThere()).isTrue();
    }

    @Test
    void withoutAStoreThereIsNone() {
        SharedBuckets alone =
                new SharedBuckets(Settings.of(LimitSettings.class, Map.of()), clock, new SimpleMeterRegistry());
        assertThat(alone.isThere()).isFalse();
        assertThat(alone.take(policy, "a")).isCompletedExceptionally();
        alone.end();
    }

    private Spent take(SharedBuckets gateway) {
        return gateway.take(policy, "a").orTimeout(20, TimeUnit.SECONDS).join();
    }

    private SharedBuckets gateway(int port) {
        return new SharedBuckets(
                Settings.of(
                        LimitSettings.class,
                        Map.of(
                                "vetrina.limits.store",
                                "redis://127.0.0.1:" + port,
                                "vetrina.limits.store-timeout",
                                "10S")),
                clock,
                meters);
    }
}
