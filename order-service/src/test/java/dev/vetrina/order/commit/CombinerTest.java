package dev.vetrina.order.commit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CombinerTest {

    private static final int LARGEST = 50;

    private final Takings takings = new Takings();
    private final Combiner<Integer> combiner = new Combiner<>("combiner-test", 10_000, LARGEST, takings);

    @AfterEach
    void stop() throws InterruptedException {
        takings.gate.countDown();
        combiner.stop();
    }

    @Test
    void everythingIsTakenOnceAndInItsOrderHoweverManyCome() {
        takings.gate.countDown();
        combiner.start();
        List<Integer> items = IntStream.range(0, 5_000).boxed().toList();

        assertThat(items).allMatch(combiner::offer);

        await().untilAsserted(() -> assertThat(takings.all()).isEqualTo(items));
        assertThat(takings.batches()).allMatch(batch -> !batch.isEmpty() && batch.size() <= LARGEST);
    }

    @Test
    void nothingIsLostInACrowdThatComesFromManySides() {
        takings.gate.countDown();
        combiner.start();
        try (var crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 2_000)
                    .forEach(item ->
                            crowd.execute(() -> assertThat(combiner.offer(item)).isTrue()));
        }

        await().untilAsserted(() -> assertThat(takings.all())
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, 2_000).boxed().toList()));
    }

    @Test
    void whatComesWhileOthersAreTakenIsTakenTogetherAfterThem() {
        combiner.start();
        assertThat(combiner.offer(1)).isTrue();
        await().until(() -> combiner.waiting() == 0);
        assertThat(IntStream.rangeClosed(2, 20).boxed()).allMatch(combiner::offer);
        takings.gate.countDown();

        await().untilAsserted(() -> assertThat(takings.batches())
                .containsExactly(
                        List.of(1), IntStream.rangeClosed(2, 20).boxed().toList()));
    }

    @Test
    void anErrorIsToldToThoseItConcernsAndTheOthersAreTaken() {
        takings.gate.countDown();
        takings.refused = 13;
        combiner.start();

        assertThat(combiner.offer(13)).isTrue();
        await().untilAsserted(() -> assertThat(takings.failed).containsExactly(13));
        assertThat(combiner.offer(14)).isTrue();
        await().untilAsserted(() -> assertThat(takings.all()).containsExactly(14));
    }

    private static final class Takings implements Combiner.Taker<Integer> {

        private final CountDownLatch gate = new CountDownLatch(1);
        private final List<List<Integer>> batches = Collections.synchronizedList(new ArrayList<>());
        private final List<Integer> failed = Collections.synchronizedList(new ArrayList<>());
        private volatile int refused = -1;

        @Override
        public void take(List<Integer> gathered) throws InterruptedException {
            gate.await();
            if (gathered.contains(refused)) {
                throw new IllegalStateException("refused");
            }
            batches.add(List.copyOf(gathered));
        }

        @Override
        public void fail(List<Integer> gathered, Throwable cause) {
            failed.addAll(gathered);
        }

        List<List<Integer>> batches() {
            synchronized (batches) {
                return List.copyOf(batches);
            }
        }

        List<Integer> all() {
            return batches().stream().flatMap(List::stream).toList();
        }
    }
}
