package dev.vetrina.gateway.feed;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The pulses of one channel on their way to its viewers. One is told at a time; what comes while it is, or before the next is due, is
 * joined into one, so that nothing piles up. Used on the channel's event loop.
 */
final class PulseLane {

    /** Writes a frame to every viewer. */
    interface Outlet {
        /** @param told is called on the channel's event loop when the last viewer has it */
        void tell(Frame frame, Told told);
    }

    /** What became of a frame: how many viewers there were, and how many of them could not take it. */
    interface Told {
        void told(int viewers, int full);
    }

    /** Calls back on the channel's event loop. */
    interface Alarm {
        void after(long millis, Runnable action);
    }

    private final Outlet outlet;
    private final Alarm alarm;
    private final LongSupplier nanos;
    private final FeedMetrics metrics;
    private final PulsePace pace = new PulsePace();
    private @Nullable Pulse waiting;
    private @Nullable Pulse figures;
    private @Nullable Frame figuresFrame;
    private boolean telling;
    private boolean alarmIsSet;
    private long begunNanos;

    PulseLane(Outlet outlet, Alarm alarm, LongSupplier nanos, FeedMetrics metrics) {
        this.outlet = outlet;
        this.alarm = alarm;
        this.nanos = nanos;
        this.metrics = metrics;
    }

    void offer(Pulse pulse) {
        Pulse newest = pulse.figures();
        figures = figures == null ? newest : figures.joinedWith(newest);
        figuresFrame = null;
        if (waiting == null) {
            waiting = pulse;
        } else {
            waiting = waiting.joinedWith(pulse);
            metrics.pulseJoined();
        }
        tellIfDue();
    }

    /** For one who has just come: all figures, but nothing that was told before; {@code null} as long as there are none. */
    @Nullable
    Frame figures() {
        if (figuresFrame == null && figures != null) {
            figuresFrame = figures.frame();
        }
        return figuresFrame;
    }

    private void tellIfDue() {
        if (waiting == null || telling || alarmIsSet) {
            return;
        }
        long early = pace.isUsual() ? 0 : pace.intervalMillis() - millisSince(begunNanos);
        if (early > 0) {
            alarmIsSet = true;
            alarm.after(early, () -> {
                alarmIsSet = false;
                tellIfDue();
            });
        } else {
            tell(waiting);
        }
    }

    private void tell(Pulse pulse) {
        waiting = null;
        telling = true;
        begunNanos = nanos.getAsLong();
        outlet.tell(pulse.frame(), (viewers, full) -> {
            telling = false;
            long took = millisSince(begunNanos);
            pace.told(took, viewers, full);
            metrics.pulseTold(took, full);
            tellIfDue();
        });
    }

    private long millisSince(long moment) {
        return TimeUnit.NANOSECONDS.toMillis(nanos.getAsLong() - moment);
    }
}
