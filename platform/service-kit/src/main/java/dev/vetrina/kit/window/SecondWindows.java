package dev.vetrina.kit.window;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Closes a window once its full second is over and tells of it. Memory is bounded by what is counted, not by how long Kafka is
 * away.
 *
 * @param <E> what a window is told as
 */
public final class SecondWindows<E> {

    public static final int WINDOW_MILLIS = 1_000;

    private final Function<Instant, List<E>> closing;
    private final UnaryOperator<List<E>> sending;
    private final Clock clock;
    private List<E> untold = List.of();
    private long openSecond;

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

    /** To be called several times a second. */
    public synchronized void tick() {
        if (!untold.isEmpty()) {
            untold = sending.apply(untold);
        }
        if (untold.isEmpty() && second() != openSecond) {
            closeWindow();
        }
    }

    /** Tells what there is, before a process ends; what is not taken at once is lost. */
    public synchronized void flush() {
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
