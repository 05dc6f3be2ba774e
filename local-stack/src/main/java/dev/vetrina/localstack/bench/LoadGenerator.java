package dev.vetrina.localstack.bench;

import dev.vetrina.localstack.stack.StackFailure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

/** Lets clients send, a thread each, and notes what became of every request. */
public final class LoadGenerator {

    /** Time for all threads to be there. */
    private static final Duration LEAD = Duration.ofMillis(50);

    private LoadGenerator() {}

    /** Each client sends again as soon as it is answered. */
    static List<Sample> closedLoop(List<Client> clients, Duration length) {
        long start = System.nanoTime() + LEAD.toNanos();
        return run(clients, client -> {
            List<Sample> samples = new ArrayList<>();
            awaitTime(start);
            long begin = System.nanoTime();
            for (; begin - start < length.toNanos() && !isInterrupted(); begin = System.nanoTime()) {
                int status = client.exchange();
                samples.add(new Sample(begin - start, System.nanoTime() - begin, status));
            }
            return samples;
        });
    }

    /**
     * Requests fall due at even intervals and are sent by whichever client is free. What is due while none is free is sent
     * late and has waited since. What was not sent after the same time again counts as unanswered.
     */
    public static List<Sample> openLoop(List<Client> clients, double perSecond, Duration length) {
        long start = System.nanoTime() + LEAD.toNanos();
        long end = start + 2 * length.toNanos();
        double interval = 1e9 / perSecond;
        long requests = (long) (length.toNanos() / interval);
        AtomicLong next = new AtomicLong();
        return run(clients, client -> {
            List<Sample> samples = new ArrayList<>();
            long number = next.getAndIncrement();
            for (; number < requests && !isInterrupted(); number = next.getAndIncrement()) {
                long due = start + (long) (number * interval);
                awaitTime(due);
                int status = System.nanoTime() < end ? client.exchange() : 0;
                samples.add(new Sample(due - start, System.nanoTime() - due, status));
            }
            return samples;
        });
    }

    private static List<Sample> run(List<Client> clients, Function<Client, List<Sample>> work) {
        List<Callable<List<Sample>>> tasks = clients.stream()
                .<Callable<List<Sample>>>map(client -> () -> work.apply(client))
                .toList();
        List<Sample> samples = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(clients.size())) {
            for (Future<List<Sample>> done : threads.invokeAll(tasks)) {
                samples.addAll(done.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure("Interrupted.", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
        return samples;
    }

    private static void awaitTime(long nanoTime) {
        long left = nanoTime - System.nanoTime();
        for (; left > 0 && !isInterrupted(); left = nanoTime - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    /** Somebody has pressed Ctrl-C. */
    private static boolean isInterrupted() {
        return Thread.currentThread().isInterrupted();
    }
}
