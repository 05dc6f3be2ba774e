package dev.vetrina.order;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Many who do something at the same moment. */
public final class Crowd {

    private Crowd() {}

    /** Runs them all from the same moment on. Returns what each came to, in their order. */
    public static <T> List<T> atOnce(List<Callable<T>> members) throws Exception {
        CyclicBarrier start = new CyclicBarrier(members.size());
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> running = members.stream()
                    .map(member -> threads.submit(() -> {
                        start.await();
                        return member.call();
                    }))
                    .toList();
            List<T> results = new ArrayList<>();
            for (Future<T> result : running) {
                results.add(result.get());
            }
            return results;
        }
    }
}
