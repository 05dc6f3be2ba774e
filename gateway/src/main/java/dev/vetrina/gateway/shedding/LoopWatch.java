package dev.vetrina.gateway.shedding;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Looks how late the event loops that serve requests come to what they have to do: ten times a second, each from its first request on. */
public final class LoopWatch {

    private static final long EVERY_MILLIS = 100;

    private final long lateNanos;
    private final Runnable wasLate;
    private final Set<Thread> watched = ConcurrentHashMap.newKeySet();

    public LoopWatch(Duration late, Runnable wasLate) {
        this.lateNanos = late.toNanos();
        this.wasLate = wasLate;
    }

    /** The loop on which this is called, if it is one and not watched yet. */
    public void watch() {
        Context loop = Vertx.currentContext();
        if (loop != null && !watched.contains(Thread.currentThread()) && watched.add(Thread.currentThread())) {
            long[] last = {System.nanoTime()};
            loop.owner().setPeriodic(EVERY_MILLIS, tick -> {
                long now = System.nanoTime();
                if (now - last[0] - EVERY_MILLIS * 1_000_000 > lateNanos) {
                    wasLate.run();
                }
                last[0] = now;
            });
        }
    }
}
