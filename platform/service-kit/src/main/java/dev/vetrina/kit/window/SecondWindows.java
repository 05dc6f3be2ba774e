package dev.vetrina.kit.window;

import dev.vetrina.kit.time.Ticker;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Closes a window once its full second is over and tells of it. Memory is bounded by what is counted, not by how long Kafka is
 * away.
 *
 * @param <E> what a window is told as
 */
public final class SecondWindows<E> implements AutoCloseable {

    public static final int WINDOW_MILLIS = 1_000;

    /** So much later than the full second a window is closed at most. */
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Function<Instant, List<E>> closing;
    private final UnaryOperator<List<E>> sending;
    private final Clock clock;
    private List<E> untold = List.of();
    private long openSecond;
    private @Nullable Ticker ticker;

    /**
     * @param closing what was counted since it was last called, for the window that begins then
     * @param sending returns what has to be sent again as it is, before any later window
     */
    public SecondWindows(Function<Instant, List<E>> closing, UnaryOperator<List<E>> sending, Clock clock) {
        this.closing = closing;
        this.sending = sending;
        this.clock = clock;
        this.openSecond = second();
    }

    /** @param name of the thread that tells */
    public void start(String name) {
        ticker = Ticker.start(name, PAUSE, this::tick);
    }

    synchronized void tick() {
        if (!untold.isEmpty()) {
            untold = sending.apply(untold);
        }
        if (untold.isEmpty() && second() != openSecond) {
            closeWindow();
        }
    }

    /** Tells what there is, before a process ends; what is not taken at once is lost. */
    @Override
    public void close() {
        if (ticker != null) {
            ticker.close();
        }
        flush();
    }

    private synchronized void flush() {
        tick();
        if (untold.isEmpty()) {
            closeWindow();
        }
    }

    private void closeWindow() {
        Instant windowStart = Instant.ofEpochSecond(openSecond);
        openSecond = second();
        // Kept first: an interrupted sending leaves all of it to be sent again.
        untold = closing.apply(windowStart);
        untold = sending.apply(untold);
    }

    private long second() {
        return Math.floorDiv(clock.millis(), WINDOW_MILLIS);
    }
}
