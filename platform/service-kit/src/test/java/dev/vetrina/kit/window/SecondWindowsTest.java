package dev.vetrina.kit.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vetrina.testkit.StillClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Kafka comes and goes; what was counted is told once. */
class SecondWindowsTest {

    private record Window(Instant start, long count) {}

    private static final Instant START = Instant.parse("2026-03-01T20:05:30Z");

    private final StillClock clock = new StillClock(START.plusMillis(250));
    private final List<Window> tried = new ArrayList<>();
    private final List<Window> sent = new ArrayList<>();
    private long counted;
    private boolean away;
    private final SecondWindows<Window> windows = new SecondWindows<>(this::close, this::send, clock);

    @Test
    void aWindowIsClosedOnceItsSecondIsOver() {
        counted += 3;
        windows.tick();
        assertThat(sent).isEmpty();

        clock.advance(Duration.ofSeconds(1));
        windows.tick();
        windows.tick();

        assertThat(sent).containsExactly(new Window(START, 3));
    }

    @Test
    void whileKafkaIsAwayTheSameWindowIsSentAgainAndTheRestBecomesTheNext() {
        counted += 3;
        clock.advance(Duration.ofSeconds(1));
        away = true;
        windows.tick();
        Window first = tried.getFirst();
        counted += 4;
        clock.advance(Duration.ofSeconds(1));
        windows.tick();
        counted += 5;
        clock.advance(Duration.ofSeconds(1));
        windows.tick();
        assertThat(tried).containsOnly(first);

        away = false;
        windows.tick();

        assertThat(sent).extracting(Window::count).containsExactly(3L, 9L);
        assertThat(sent.get(1).start()).isAfter(first.start());
    }

    @Test
    void whatIsCountedWhenTheProcessEndsIsToldBeforeItIsGone() {
        counted += 2;

        windows.close();

        assertThat(sent).extracting(Window::count).containsExactly(2L);
    }

    private List<Window> close(Instant start) {
        List<Window> closed = counted == 0 ? List.of() : List.of(new Window(start, counted));
        counted = 0;
        return closed;
    }

    private List<Window> send(List<Window> window) {
        tried.addAll(window);
        if (away) {
            return window;
        }
        sent.addAll(window);
        return List.of();
    }
}
