package dev.vetrina.live.engagement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vetrina.events.LiveEvent.EngagementCounted;
import dev.vetrina.events.LiveEvent.InteractionCount;
import dev.vetrina.events.LiveEvent.ReactionCount;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class EngagementCounterTest {

    private static final Instant SECOND = Instant.parse("2026-03-01T20:05:30Z");
    private static final UUID SESSION = UUID.randomUUID();
    private static final UUID JUMPER = UUID.randomUUID();

    private final EngagementCounter counter = new EngagementCounter();

    @Test
    void aWindowTellsWhatWasCountedByMarketAndKind() {
        counter.count(SESSION, count -> count.add("GB", ReactionKind.HEART, 3));
        counter.count(SESSION, count -> count.add("GB", ReactionKind.HEART, 2));
        counter.count(SESSION, count -> count.add("DE", ReactionKind.HEART, 1));
        counter.count(SESSION, count -> count.add(null, ReactionKind.CLAP, 7));
        counter.count(SESSION, count -> count.add("GB", JUMPER, InteractionType.IMPRESSION));
        counter.count(SESSION, count -> count.add("GB", JUMPER, InteractionType.IMPRESSION));
        counter.count(SESSION, count -> count.add("GB", JUMPER, InteractionType.CLICK));

        List<EngagementCounted> told = counter.closeWindow(SECOND);

        assertThat(told).hasSize(1);
        assertThat(told.getFirst().sessionId()).isEqualTo(SESSION);
        assertThat(told.getFirst().windowStart()).isEqualTo(SECOND);
        assertThat(told.getFirst().sequence()).isEqualTo(SECOND.toEpochMilli());
        assertThat(told.getFirst().reactions())
                .containsExactlyInAnyOrder(
                        new ReactionCount("GB", "HEART", 5),
                        new ReactionCount("DE", "HEART", 1),
                        new ReactionCount(null, "CLAP", 7));
        assertThat(told.getFirst().interactions()).containsExactly(new InteractionCount("GB", JUMPER, 2, 1));
    }

    @Test
    void aWindowThatWasToldIsEmpty() {
        counter.count(SESSION, count -> count.add(null, ReactionKind.HEART, 1));
        assertThat(counter.closeWindow(SECOND)).hasSize(1);

        assertThat(counter.closeWindow(SECOND.plusSeconds(1))).isEmpty();
    }

    @Test
    void windowsRiseAlsoWhenTheClockIsSetBack() {
        counter.count(SESSION, count -> count.add(null, ReactionKind.HEART, 1));
        long first = counter.closeWindow(SECOND).getFirst().sequence();
        counter.count(SESSION, count -> count.add(null, ReactionKind.HEART, 1));
        EngagementCounted second = counter.closeWindow(SECOND.minusSeconds(60)).getFirst();

        assertThat(second.sequence()).isGreaterThan(first);
        assertThat(second.windowStart()).isEqualTo(SECOND.minusSeconds(60));
    }

    @Test
    void nothingIsLostOrCountedTwiceWhileWindowsCloseUnderManyThreads() throws Exception {
        int threads = 8;
        int each = 20_000;
        List<EngagementCounted> told = new ArrayList<>();
        try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
            List<Future<?>> work = new ArrayList<>();
            for (int thread = 0; thread < threads; thread++) {
                work.add(executor.submit(() -> {
                    for (int i = 0; i < each; i++) {
                        counter.count(SESSION, count -> count.add("GB", ReactionKind.FIRE, 1));
                    }
                }));
            }
            while (!work.stream().allMatch(Future::isDone)) {
                told.addAll(counter.closeWindow(SECOND));
            }
            for (Future<?> done : work) {
                done.get();
            }
        }
        told.addAll(counter.closeWindow(SECOND));

        assertThat(told.stream()
                        .flatMap(window -> window.reactions().stream())
                        .mapToLong(ReactionCount::count)
                        .sum())
                .isEqualTo((long) threads * each);
        assertThat(told)
                .extracting(EngagementCounted::sequence)
                .doesNotHaveDuplicates()
                .isSorted();
    }
}
