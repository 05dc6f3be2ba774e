package dev.vetrina.gateway.reaction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vetrina.events.LiveEvent.EngagementCounted;
import dev.vetrina.events.LiveEvent.ReactionCount;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class ReactionCounterTest {

    private static final Instant SECOND = Instant.parse("2026-01-01T10:00:00Z");
    private static final Reaction HEART = new Reaction("HEART", null, 1);

    private final ReactionCounter counter = new ReactionCounter();
    private final UUID session = UUID.randomUUID();

    @Test
    void kindsAndMarketsAreAddedUpApart() {
        counter.count(session, HEART);
        counter.count(session, new Reaction("HEART", "GB", 3));
        counter.count(session, new Reaction("HEART", "GB", 2));
        counter.count(session, new Reaction("FIRE", "GB", 1));

        assertThat(counter.closeWindow(SECOND).getFirst().reactions())
                .containsExactlyInAnyOrder(
                        new ReactionCount(null, "HEART", 1),
                        new ReactionCount("GB", "HEART", 5),
                        new ReactionCount("GB", "FIRE", 1));
    }

    @Test
    void nothingIsToldTwiceAndOfASilentSessionNothing() {
        counter.count(session, HEART);

        assertThat(counter.closeWindow(SECOND)).hasSize(1);
        assertThat(counter.closeWindow(SECOND.plusSeconds(1))).isEmpty();
    }

    @Test
    void windowsRiseAlsoWhereTheClockWasSetBack() {
        counter.count(session, HEART);
        long first = counter.closeWindow(SECOND).getFirst().sequence();
        counter.count(session, HEART);

        EngagementCounted later = counter.closeWindow(SECOND.minusSeconds(60)).getFirst();

        assertThat(later.sequence()).isGreaterThan(first);
        assertThat(later.windowStart()).isEqualTo(SECOND.minusSeconds(60));
    }

    @Test
    void whatIsCountedWhileAWindowClosesIsInThisOneOrTheNext() {
        long told = 0;
        try (ExecutorService viewers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 2_000; i++) {
                viewers.execute(() -> counter.count(session, HEART));
                told += i % 100 == 0 ? sum(counter.closeWindow(SECOND.plusSeconds(i))) : 0;
            }
        }

        assertThat(told + sum(counter.closeWindow(SECOND.plusSeconds(9_999)))).isEqualTo(2_000);
    }

    private static long sum(List<EngagementCounted> windows) {
        return windows.stream()
                .flatMap(window -> window.reactions().stream())
                .mapToLong(ReactionCount::count)
                .sum();
    }
}
