package dev.vetrina.kit.trial;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Holds one request up in the middle of its work, for as long as a test wants. */
@ApplicationScoped
public class Gate {

    private static final long PATIENCE_SECONDS = 30;

    private volatile CountDownLatch reached = new CountDownLatch(0);
    private volatile CountDownLatch opened = new CountDownLatch(0);

    public void close() {
        opened = new CountDownLatch(1);
        reached = new CountDownLatch(1);
    }

    public void awaitSomebody() throws InterruptedException {
        await(reached);
    }

    public void open() {
        opened.countDown();
    }

    void pass() throws InterruptedException {
        reached.countDown();
        await(opened);
    }

    private static void await(CountDownLatch latch) throws InterruptedException {
        if (!latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("nobody came to the gate, or nobody opened it");
        }
    }
}
