package dev.vetrina.localstack.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Many people at once, each on a virtual thread of their own. */
final class Crowd implements AutoCloseable {

    private final List<Thread> people = new ArrayList<>();
    private final List<Throwable> failures = new ArrayList<>();

    void add(Runnable person) {
        Thread thread = Thread.ofVirtual().unstarted(person);
        thread.setUncaughtExceptionHandler((who, failure) -> failed(failure));
        people.add(thread);
        thread.start();
    }

    /** Waits until everyone is done; returns how many are not, at the end of the limit. */
    int join(Duration limit) {
        long deadline = System.nanoTime() + limit.toNanos();
        try {
            for (Thread person : people) {
                person.join(Duration.ofNanos(Math.max(1, deadline - System.nanoTime())));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return stillThere();
    }

    int stillThere() {
        return (int) people.stream().filter(Thread::isAlive).count();
    }

    private synchronized void failed(Throwable failure) {
        failures.add(failure);
    }

    /** What ended someone's day early, which is a mistake somewhere. */
    synchronized List<Throwable> failures() {
        return List.copyOf(failures);
    }

    @Override
    public void close() {
        people.forEach(Thread::interrupt);
    }
}
