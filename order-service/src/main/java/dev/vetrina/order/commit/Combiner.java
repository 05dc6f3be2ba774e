package dev.vetrina.order.commit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A queue of which everything that waits is taken at once; while it is, the next gathers. One thread takes.
 *
 * @param <T> what waits
 */
public final class Combiner<T> {

    /** Takes what has gathered, and tells everybody in it the outcome. */
    public interface Taker<T> {
        void take(List<T> gathered) throws InterruptedException;

        /** Taking them failed. The combiner goes on, unless it was interrupted. */
        void fail(List<T> gathered, Throwable cause);
    }

    /** As many at once as make it likely that more are on their way. */
    private static final int CROWD = 16;

    private static final int PAUSES = 5;
    private static final long PAUSE_NANOS = 1_000_000;

    private final BlockingQueue<T> queue;
    private final int largest;
    private final Taker<T> taker;
    private final Thread thread;
    private volatile boolean running = true;

    public Combiner(String name, int queueSize, int largest, Taker<T> taker) {
        this.queue = new ArrayBlockingQueue<>(queueSize);
        this.largest = largest;
        this.taker = taker;
        this.thread = Thread.ofPlatform().daemon().name(name).unstarted(this::takeUntilStopped);
    }

    public void start() {
        thread.start();
    }

    /** What waits already is still taken. */
    public void stop() throws InterruptedException {
        running = false;
        thread.join(Duration.ofSeconds(5));
    }

    /** Returns whether there was room. */
    public boolean offer(T item) {
        return queue.offer(item);
    }

    /** Takes an item back because nobody may come for it any more. Returns whether it was still there. */
    public boolean withdrawIfStopped(T item) {
        return !running && queue.remove(item);
    }

    public int waiting() {
        return queue.size();
    }

    private void takeUntilStopped() {
        List<T> gathered = new ArrayList<>(largest);
        int lastTaken = 0;
        while (running || !queue.isEmpty()) {
            try {
                gather(gathered);
                if (lastTaken >= CROWD) {
                    linger(gathered);
                }
                lastTaken = gathered.size();
                if (!gathered.isEmpty()) {
                    taker.take(gathered);
                }
            } catch (InterruptedException e) {
                taker.fail(gathered, e);
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException | Error e) {
                // Without this thread nothing would be taken any more; who was told already stays so.
                taker.fail(gathered, e);
            } finally {
                gathered.clear();
            }
        }
    }

    private void gather(List<T> gathered) throws InterruptedException {
        T first = queue.poll(100, TimeUnit.MILLISECONDS);
        if (first != null) {
            gathered.add(first);
            queue.drainTo(gathered, largest - 1);
        }
    }

    /**
     * In a crowd somebody else comes at every moment, and a commit costs the same for one and for all: so it waits as long as they
     * come, but not long.
     */
    private void linger(List<T> gathered) {
        int before = 0;
        for (int pause = 0; pause < PAUSES && gathered.size() > before && gathered.size() < largest; pause++) {
            before = gathered.size();
            LockSupport.parkNanos(PAUSE_NANOS);
            queue.drainTo(gathered, largest - before);
        }
    }
}
