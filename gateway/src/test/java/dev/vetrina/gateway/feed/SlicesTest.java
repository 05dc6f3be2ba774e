package dev.vetrina.gateway.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SlicesTest {

    private final Queue<Runnable> loop = new ArrayDeque<>();
    private final Slices slices = new Slices(loop::add);
    private final List<String> done = new ArrayList<>();

    @Test
    void whatComesUpMeanwhileHasItsTurnBeforeTheRest() {
        List<Integer> many = viewers(3 * Slices.SIZE);
        slices.forEach(many, viewer -> told("pulse to " + viewer), sum -> done.add("end"));
        loop.add(() -> done.add("fact"));
        runTheLoop();

        // The second slice had been put into the queue before the fact came.
        assertThat(done.indexOf("fact")).isEqualTo(2 * Slices.SIZE);
        assertThat(done).hasSize(3 * Slices.SIZE + 2).endsWith("end");
    }

    @Test
    void everyoneIsToldOnceAndInOrderAndAllAreCounted() {
        List<Integer> many = viewers(2 * Slices.SIZE + 1);
        List<Integer> sums = new ArrayList<>();
        List<Integer> told = new ArrayList<>();
        slices.forEach(
                many,
                viewer -> {
                    told.add(viewer);
                    return viewer % 2;
                },
                sums::add);
        runTheLoop();

        assertThat(told).isEqualTo(many);
        assertThat(sums).containsExactly(Slices.SIZE);
    }

    @Test
    void forNobodyItIsDoneAtOnce() {
        slices.forEach(List.<Integer>of(), viewer -> 1, sum -> done.add("sum " + sum));

        assertThat(done).containsExactly("sum 0");
        assertThat(loop).isEmpty();
    }

    private int told(String what) {
        done.add(what);
        return 0;
    }

    private void runTheLoop() {
        for (Runnable task = loop.poll(); task != null; task = loop.poll()) {
            task.run();
        }
    }

    private static List<Integer> viewers(int number) {
        return IntStream.range(0, number).boxed().toList();
    }
}
