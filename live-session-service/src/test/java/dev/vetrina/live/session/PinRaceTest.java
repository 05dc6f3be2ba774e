package dev.vetrina.live.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vetrina.live.Goods;
import dev.vetrina.live.SeenFact;
import dev.vetrina.live.Show;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PinRaceTest {

    private static final int PINS = 50;

    @Test
    void factsOfConcurrentCommandsAreNumberedWithoutAGap() throws Exception {
        Goods[] goods = IntStream.range(0, PINS).mapToObj(i -> Goods.some()).toArray(Goods[]::new);
        Show show = Show.live(goods);

        List<Future<Integer>> answers = new ArrayList<>();
        try (ExecutorService buttons = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Goods product : goods) {
                answers.add(buttons.submit(() -> show.pin(product.productId()).statusCode()));
            }
        }

        for (Future<Integer> answer : answers) {
            assertThat(answer.get()).isEqualTo(200);
        }
        List<SeenFact> timeline = show.timeline();
        assertThat(timeline)
                .extracting(SeenFact::sequence)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, PINS + 2).boxed().toList());
        assertThat(show.state().getInt("sequence")).isEqualTo(PINS + 2);
        assertThat(show.state().getString("pinnedProductId"))
                .isEqualTo(timeline.getLast().data().get("productId"));
    }
}
