package dev.vetrina.gateway.feed;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** How far one reader is behind. Nothing is buffered for it without bound. */
final class Backlog {

    private final BooleanSupplier full;
    private final int maxBytes;
    private final Duration maxStall;
    private int bytes;
    private boolean stalled;
    private long stalledSinceNanos;

    /** @param full whether the connection takes nothing more for now */
    Backlog(BooleanSupplier full, int maxBytes, Duration maxStall) {
        this.full = full;
        this.maxBytes = maxBytes;
        this.maxStall = maxStall;
    }

    /** Whether nothing waits. */
    boolean none() {
        if (full.getAsBoolean()) {
            return false;
        }
        bytes = 0;
        stalled = false;
        return true;
    }

    /** Whether so many bytes more may still be written. */
    boolean takes(int more) {
        if (none()) {
            return true;
        }
        bytes += more;
        return bytes <= maxBytes;
    }

    /** Whether the connection has taken nothing for too long. */
    boolean stalledTooLong(long nowNanos) {
        if (none()) {
            return false;
        }
        if (!stalled) {
            stalled = true;
            stalledSinceNanos = nowNanos;
        }
        return nowNanos - stalledSinceNanos > maxStall.toNanos();
    }
}
