package dev.vetrina.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LocalBucketsTest {

    private final AtomicLong nanos = new AtomicLong();
    private final Policy policy = new Policy("things", new Quota(6, Duration.ofMinutes(1)));
    private final LocalBuckets buckets = new LocalBuckets(1_000, Duration.ofMinutes(1), new TimeMeter() {
        @Override
        public long currentTimeNanos() {
            return nanos.get();
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    });

    @Test
    void theQuotaCanBeUsedAtOnceAndComesBackEvenly() {
        for (int left = 5; left >= 0; left--) {
            assertThat(buckets.take(policy, "a")).isEqualTo(new Spent(policy, true, left, 0));
        }
        assertThat(buckets.take(policy, "a")).isEqualTo(new Spent(policy, false, 0, 10_000_000_000L));

        nanos.addAndGet(Duration.ofSeconds(10).toNanos());

        assertThat(buckets.take(policy, "a").allowed()).isTrue();
        assertThat(buckets.take(policy, "a").allowed()).isFalse();
    }

    @Test
    void everyCallerAndEveryPolicyHasABucketOfItsOwn() {
        Policy other = new Policy("others", new Quota(1, Duration.ofSeconds(1)));
        buckets.take(other, "a");

        assertThat(buckets.take(other, "a").allowed()).isFalse();
        assertThat(buckets.take(other, "b").allowed()).isTrue();
        assertThat(buckets.take(policy, "a").remaining()).isEqualTo(5);
    }

    @Test
    void lookingTakesNothing() {
        for (int i = 0; i < 10; i++) {
            assertThat(buckets.look(policy, "a").allowed()).isTrue();
        }
        IntStream.range(0, 6).forEach(i -> buckets.take(policy, "a"));
        assertThat(buckets.look(policy, "a").allowed()).isFalse();
        assertThat(buckets.look(policy, "a").nanosToWait()).isEqualTo(10_000_000_000L);
    }

    @Test
    void manyAtOnceGetNoMoreThanTheQuota() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Spent>> requests = IntStream.range(0, 200)
                    .<Callable<Spent>>mapToObj(i -> () -> buckets.take(policy, "a"))
                    .toList();
            long allowed = threads.invokeAll(requests).stream()
                    .filter(spent -> spent.resultNow().allowed())
                    .count();
            assertThat(allowed).isEqualTo(6);
        }
    }

    @Test
    void theStateIsToldAsStructuredFields() {
        assertThat(policy.description()).isEqualTo("\"things\";q=6;w=60");
        assertThat(policy.state(buckets.take(policy, "a"))).isEqualTo("\"things\";r=5;t=10");
        assertThat(policy.state(buckets.take(policy, "a"))).isEqualTo("\"things\";r=4;t=20");
        // Rounded up: who comes at that second is served.
        assertThat(policy.state(new Spent(policy, false, 0, 9_100_000_000L))).isEqualTo("\"things\";r=0;t=10");
    }
}
