package dev.vetrina.localstack.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.Test;

class LoadGeneratorTest {

    private static final long STALL_NANOS = Duration.ofMillis(100).toNanos();

    @Test
    void anOpenLoopSendsAsManyRequestsAsFallDue() {
        List<Sample> samples =
                LoadGenerator.openLoop(List.of(client(() -> 200), client(() -> 200)), 1000, Duration.ofMillis(200));

        assertThat(samples).hasSize(200).extracting(Sample::status).containsOnly(200);
        assertThat(samples).extracting(Sample::begunNanos).doesNotHaveDuplicates();
    }

    @Test
    void whoWaitedBehindAStalledRequestHasWaited() {
        List<Sample> samples = LoadGenerator.openLoop(List.of(stallingAtFirst()), 1000, Duration.ofMillis(200));

        // The stall keeps a hundred requests waiting, the last of them hardly at all.
        assertThat(samples)
                .filteredOn(sample -> sample.tookNanos() > STALL_NANOS / 2)
                .hasSizeGreaterThanOrEqualTo(40);
    }

    @Test
    void whatCannotBeSentInTwiceTheTimeIsUnanswered() {
        Client slow = client(() -> {
            spin(STALL_NANOS);
            return 200;
        });

        List<Sample> samples = LoadGenerator.openLoop(List.of(slow), 100, Duration.ofMillis(200));

        assertThat(samples).hasSize(20);
        assertThat(samples).extracting(Sample::status).contains(200, 0);
    }

    @Test
    void aClosedLoopAsksAgainUntilTheTimeIsOver() {
        AtomicInteger requests = new AtomicInteger();

        List<Sample> samples = LoadGenerator.closedLoop(
                List.of(client(() -> {
                    requests.incrementAndGet();
                    spin(STALL_NANOS / 100);
                    return 200;
                })),
                Duration.ofMillis(100));

        assertThat(samples).hasSize(requests.get()).hasSizeBetween(2, 100);
        assertThat(samples)
                .allMatch(sample -> sample.begunNanos() < Duration.ofMillis(100).toNanos());
    }

    private static Client client(IntSupplier answer) {
        return new Client() {
            @Override
            public int exchange() {
                return answer.getAsInt();
            }

            @Override
            public void close() {}
        };
    }

    private static Client stallingAtFirst() {
        AtomicInteger requests = new AtomicInteger();
        return client(() -> {
            if (requests.getAndIncrement() == 0) {
                spin(STALL_NANOS);
            }
            return 200;
        });
    }

    private static void spin(long nanos) {
        for (long begin = System.nanoTime(); System.nanoTime() - begin < nanos; ) {
            Thread.onSpinWait();
        }
    }
}
